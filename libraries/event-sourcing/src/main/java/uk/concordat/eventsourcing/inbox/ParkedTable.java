package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** The records that wait, each with its cause, until they are taken in. */
final class ParkedTable {

    /** A sender's subject. */
    record Subject(String source, String subject) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String consumer;
    private final DeadLetters deadLetters;

    ParkedTable(String consumer, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
    }

    /**
     * Parks a record and sends a dead letter of it. A repeated delivery changes nothing, nor does one of what was taken in
     * already; a record that turns out broken when its turn comes is parked as such, with a dead letter that says so.
     */
    void park(Transaction transaction, IncomingRecord record, Place place, Waiting waiting) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Boolean> isNews = roundTrip.query(
                """
                insert into parked (tenant, consumer, source, subject, sequence, topic, headers, value, kind, cause)
                select p.tenant, p.consumer, p.source, p.subject, p.sequence, ?, ?::jsonb, ?::bytea, ?, ?
                from (values (?, ?, ?, ?, ?)) p (tenant, consumer, source, subject, sequence)
                where not exists (select from inbox i where i.tenant = p.tenant and i.consumer = p.consumer
                  and i.source = p.source and i.subject = p.subject and i.sequence >= p.sequence)
                on conflict (tenant, consumer, source, subject, sequence) do update
                  set topic = excluded.topic, headers = excluded.headers, value = excluded.value,
                    kind = excluded.kind, cause = excluded.cause
                  where ? and (parked.kind, parked.cause, parked.value)
                    is distinct from (excluded.kind, excluded.cause, excluded.value)
                returning (old.kind, old.value) is distinct from (new.kind, new.value)""",
                row -> row.getBoolean(1),
                record.topic(),
                write(record.headers()),
                record.value(),
                waiting.kind(),
                waiting.cause(),
                transaction.tenant().key(),
                consumer,
                place.source(),
                place.subject(),
                place.sequence(),
                waiting.replacesWhatIsParked());
        roundTrip.send();
        if (isNews.first().orElse(false)) {
            deadLetters.send(transaction, record, waiting);
        }
    }

    /** The parked record that follows the last one taken in, if it is there and was only early. */
    Optional<IncomingRecord> next(Transaction transaction, Subject subject) {
        RoundTrip roundTrip = transaction.roundTrip();
        String tenant = transaction.tenant().key();
        // One may have been parked by a thread that did not see yet that another had just taken it in.
        roundTrip.update("""
                delete from parked p using inbox i where p.tenant = ? and p.consumer = ? and p.source = ? and p.subject = ?
                  and (i.tenant, i.consumer, i.source, i.subject) = (p.tenant, p.consumer, p.source, p.subject)
                  and p.sequence <= i.sequence""", tenant, consumer, subject.source(), subject.subject());
        Pending<IncomingRecord> next = roundTrip.query(
                """
                select topic, headers, value from parked p
                where tenant = ? and consumer = ? and source = ? and subject = ? and kind = 'early'
                  and sequence = 1 + coalesce((select i.sequence from inbox i where i.tenant = p.tenant
                    and i.consumer = p.consumer and i.source = p.source and i.subject = p.subject), 0)""",
                row -> IncomingRecord.parked(
                        row.getString("topic"),
                        subject.subject(),
                        readHeaders(row.getString("headers")),
                        row.getBytes("value")),
                tenant,
                consumer,
                subject.source(),
                subject.subject());
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
