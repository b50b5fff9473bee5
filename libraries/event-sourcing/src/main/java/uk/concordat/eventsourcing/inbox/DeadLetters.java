package uk.concordat.eventsourcing.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.store.Outbox;

/** Copies of parked records, with their cause, on a topic for operators; they leave with the transaction that parks. */
final class DeadLetters {

    /** What is larger may not fit into a record once the cause is added, and would hold up every later dead letter. */
    private static final int LARGEST_VALUE = 512 * 1024;

    private final String topic;

    DeadLetters(String topic) {
        this.topic = topic;
    }

    void send(Transaction transaction, IncomingRecord record, Waiting waiting) {
        Map<String, String> headers = new LinkedHashMap<>(record.headers());
        headers.put("dead-letter-reason", waiting.kind() + ": " + waiting.cause());
        headers.put("dead-letter-topic", record.topic());
        if (record.isAsDelivered()) {
            headers.put("dead-letter-partition", Integer.toString(record.partition()));
            headers.put("dead-letter-offset", Long.toString(record.offset()));
        }
        byte[] value = record.value();
        if (value != null && value.length > LARGEST_VALUE) {
            headers.put("dead-letter-value", "left out: %d bytes, which are parked".formatted(value.length));
            value = null;
        }
        RoundTrip roundTrip = transaction.roundTrip();
        Outbox.addRaw(roundTrip, transaction, topic, record.key(), headers, value);
        roundTrip.send();
    }
}
