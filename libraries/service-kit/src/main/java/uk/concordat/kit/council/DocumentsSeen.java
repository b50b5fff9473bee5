package uk.concordat.kit.council;

import java.util.List;
import uk.concordat.eventsourcing.database.Tenant;

/**
 * Documents have been seen on the councils' topic, which this service's replica may have taken over or left aside.
 *
 * @param documents in the order in which they stand there
 */
public record DocumentsSeen(Tenant council, List<Seen> documents) {

    public DocumentsSeen {
        documents = List.copyOf(documents);
    }

    /**
     * One of them.
     *
     * @param subject what it is a document of, such as {@code council/harlow}
     * @param offset where on the topic, which has one partition
     */
    public record Seen(String subject, long version, long offset) {}
}
