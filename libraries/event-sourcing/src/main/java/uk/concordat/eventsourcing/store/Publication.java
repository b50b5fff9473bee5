package uk.concordat.eventsourcing.store;

/**
 * What a topic is told of an event.
 *
 * @param topic where
 * @param source the CloudEvents {@code source}
 * @param type the CloudEvents {@code type}, with its version
 * @param subject the CloudEvents {@code subject} and the record's key: within it order is kept
 * @param data thin: ids, codes, dates; written as JSON
 */
public record Publication(String topic, String source, String type, String subject, Object data) {}
