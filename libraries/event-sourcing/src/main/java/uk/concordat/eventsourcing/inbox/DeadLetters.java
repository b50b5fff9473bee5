package uk.concordat.eventsourcing.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.store.Outbox;

/** Copies of parked records, with their cause, on a topic for operators; they leave with the transaction that parks. */
final class DeadLetters {

    /** What is larger may not fit into a record once the cause is added, and would wait for ever. */
    private static final int LARGEST = 512 * 1024;

    private static final int LONGEST_KEY = 1_000;

    private final String topic;

    DeadLetters(String topic) {
        this.topic = topic;
    }

    void send(Transaction transaction, IncomingRecord record, Waiting waiting) {
        Map<String, String> headers = headers(record);
        headers.put("dead-letter-reason", waiting.kind() + ": " + waiting.cause());
        headers.put("dead-letter-topic", record.topic());
        if (record.isAsDelivered()) {
            headers.put("dead-letter-partition", Integer.toString(record.partition()));
            headers.put("dead-letter-offset", Long.toString(record.offset()));
        }
        byte[] value = record.value();
        if (value != null && value.length > LARGEST) {
            headers.put("dead-letter-value", "left out: %d bytes, which are parked".formatted(value.length));
            value = null;
        }
        @Nullable String key = record.key();
        if (key != null && key.length() > LONGEST_KEY) {
            headers.put("dead-letter-key", "left out: %d characters".formatted(key.length()));
            key = null;
        }
        RoundTrip roundTrip = transaction.roundTrip();
        Outbox.addRaw(roundTrip, transaction, topic, key, headers, value);
        roundTrip.send();
    }

    /** All of them, or where they are very many or very long those that a service writes. */
    private static Map<String, String> headers(IncomingRecord record) {
        long size = record.headers().entrySet().stream()
                .mapToLong(header ->
                        header.getKey().length() + (long) header.getValue().length())
                .sum();
        if (size <= LARGEST / 4) {
            return new LinkedHashMap<>(record.headers());
        }
        Map<String, String> headers = new LinkedHashMap<>(Attributes.of(record.headers()));
        headers.put("dead-letter-headers", "left out: %d characters, which are parked".formatted(size));
        return headers;
    }
}
