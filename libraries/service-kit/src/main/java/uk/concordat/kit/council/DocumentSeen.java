package uk.concordat.kit.council;

import uk.concordat.eventsourcing.database.Tenant;

/**
 * A document has been seen on the councils' topic, which this service's replica may have taken over or left aside.
 *
 * @param subject what it is a document of, such as {@code council/harlow}
 * @param offset where on the topic, which has one partition
 */
public record DocumentSeen(Tenant council, String subject, long version, long offset) {}
