package uk.concordat.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * Messages that leave with the transaction that writes them. They are CloudEvents 1.0 in Kafka's binary mode: the
 * attributes are headers, the data is the value. The relay sends them after the commit.
 */
public final class Outbox {

    private static final ObjectMapper JSON = StoredJson.mapper();

    private Outbox() {}

    static void add(
            RoundTrip roundTrip,
            Transaction transaction,
            RecordedEvent<?> recorded,
            Publication message,
            Origin origin) {
        add(
                roundTrip,
                transaction,
                recorded.id(),
                recorded.recordedAt(),
                recorded.sequence(),
                message,
                origin.traceparent().orElse(null));
    }

    /** Adds a message whose sequence its sender keeps itself. */
    public static void add(
            RoundTrip roundTrip,
            Transaction transaction,
            UUID id,
            Instant time,
            long sequence,
            Publication message,
            @Nullable String traceparent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", message.source());
        headers.put("ce_type", message.type());
        headers.put("ce_subject", message.subject());
        headers.put("ce_time", time.toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        if (traceparent != null) {
            headers.put("ce_traceparent", traceparent);
            headers.put("traceparent", traceparent);
        }
        addRaw(roundTrip, transaction, message.topic(), message.subject(), headers, write(message.data()));
    }

    /** Adds a record exactly as given: the copy that goes to a dead-letter topic. */
    public static void addRaw(
            RoundTrip roundTrip,
            Transaction transaction,
            String topic,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] value) {
        transaction.tells();
        roundTrip.update(
                "insert into outbox (tenant, topic, key, headers, value) values (?, ?, ?, ?::jsonb, ?)",
                transaction.tenant().key(),
                topic,
                key == null ? "" : key,
                new String(write(headers), java.nio.charset.StandardCharsets.UTF_8),
                value);
    }

    private static byte[] write(Object data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("A message cannot be written as JSON", unwritable);
        }
    }
}
