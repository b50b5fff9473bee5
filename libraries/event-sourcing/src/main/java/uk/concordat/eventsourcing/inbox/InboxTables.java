package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.store.Outbox;

/** What a consumer has taken in, and what waits. */
final class InboxTables {

    /** A sender's subject. */
    record Subject(String source, String subject) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String consumer;
    private final String deadLetterTopic;

    InboxTables(String consumer, String deadLetterTopic) {
        this.consumer = consumer;
        this.deadLetterTopic = deadLetterTopic;
    }

    /** The last sequence taken in, 0 for a new subject; locked until the transaction ends. */
    long lastTaken(Transaction transaction, Message message) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> last = roundTrip.query(
                "select sequence from inbox where tenant = ? and consumer = ? and source = ? and subject = ? for update",
                row -> row.getLong(1),
                transaction.tenant().key(),
                consumer,
                message.source(),
                message.subject());
        roundTrip.send();
        return last.first().orElse(0L);
    }

    void taken(Transaction transaction, Message message) {
        RoundTrip roundTrip = transaction.roundTrip();
        String tenant = transaction.tenant().key();
        if (message.sequence() == 1) {
            roundTrip.update(
                    "insert into inbox (tenant, consumer, source, subject, sequence) values (?, ?, ?, ?, 1)",
                    tenant,
                    consumer,
                    message.source(),
                    message.subject());
        } else {
            roundTrip.update(
                    "update inbox set sequence = ? where tenant = ? and consumer = ? and source = ? and subject = ?",
                    message.sequence(),
                    tenant,
                    consumer,
                    message.source(),
                    message.subject());
        }
        roundTrip.update(
                "delete from parked where tenant = ? and consumer = ? and source = ? and subject = ? and sequence = ?",
                tenant,
                consumer,
                message.source(),
                message.subject(),
                message.sequence());
        roundTrip.send();
    }

    /** Parks a record once and copies it to the dead-letter topic with its cause; a repeated delivery changes nothing. */
    void park(
            Transaction transaction,
            IncomingRecord record,
            String source,
            String subject,
            long sequence,
            String kind,
            String cause) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Integer> parked = roundTrip.query(
                """
                insert into parked (tenant, consumer, source, subject, sequence, topic, headers, value, kind, cause)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (tenant, consumer, source, subject, sequence) do nothing returning 1""",
                row -> row.getInt(1),
                transaction.tenant().key(),
                consumer,
                source,
                subject,
                sequence,
                record.topic(),
                write(record.headers()),
                record.value(),
                kind,
                cause);
        roundTrip.send();
        if (parked.first().isPresent()) {
            RoundTrip copy = transaction.roundTrip();
            Map<String, String> headers = new LinkedHashMap<>(record.headers());
            headers.put("dead-letter-reason", kind + ": " + cause);
            headers.put("dead-letter-topic", record.topic());
            headers.put("dead-letter-partition", Integer.toString(record.partition()));
            headers.put("dead-letter-offset", Long.toString(record.offset()));
            Outbox.addRaw(copy, transaction, deadLetterTopic, record.key(), headers, record.value());
            copy.send();
        }
    }

    /** The parked record that follows the last one taken in, if it is there and was only early. */
    Optional<IncomingRecord> nextParked(Transaction transaction, String source, String subject) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<IncomingRecord> next = roundTrip.query(
                """
                select topic, headers, value from parked p
                where tenant = ? and consumer = ? and source = ? and subject = ? and kind = 'early'
                  and sequence = 1 + coalesce((select i.sequence from inbox i where i.tenant = p.tenant
                    and i.consumer = p.consumer and i.source = p.source and i.subject = p.subject), 0)""",
                row -> new IncomingRecord(
                        row.getString("topic"),
                        -1,
                        -1,
                        subject,
                        readHeaders(row.getString("headers")),
                        row.getBytes("value")),
                transaction.tenant().key(),
                consumer,
                source,
                subject);
        roundTrip.send();
        return next.first();
    }

    List<Subject> subjectsWithEarlyRecords(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Subject> subjects = roundTrip.query(
                "select distinct source, subject from parked where tenant = ? and consumer = ? and kind = 'early'",
                row -> new Subject(row.getString("source"), row.getString("subject")),
                transaction.tenant().key(),
                consumer);
        roundTrip.send();
        return subjects.list();
    }

    private static String write(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Headers cannot be written as JSON", unwritable);
        }
    }

    private static Map<String, String> readHeaders(String headers) {
        try {
            return JSON.readValue(headers, HEADERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Parked headers are not JSON", broken);
        }
    }
}
