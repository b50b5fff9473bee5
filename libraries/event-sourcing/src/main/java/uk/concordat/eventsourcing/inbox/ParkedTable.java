package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** The records that wait, each with its cause, until they are taken in. */
final class ParkedTable {

    /** A sender's subject. */
    record Subject(String source, String subject) {}

    /** A record that waits, and where. */
    record Parked(UUID id, Place place, IncomingRecord record) {}

    private record News(UUID id, boolean isAnother) {}

    private static final Logger LOG = LoggerFactory.getLogger(ParkedTable.class);
    private static final String PARKED =
            "p.id, p.source, p.subject, p.sequence, p.topic, p.topic_partition, p.topic_offset, p.headers, p.value";

    private final String consumer;
    private final DeadLetters deadLetters;

    ParkedTable(String consumer, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
    }

    /**
     * Parks a record and sends a dead letter of it. A repeated delivery changes nothing, nor does one of what was taken in
     * already or left aside; a record that turns out broken when its turn comes is parked as such, with a dead letter that says so.
     */
    void park(Transaction transaction, IncomingRecord record, Place place, Waiting waiting) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<News> news = roundTrip.query(
                """
                insert into parked (tenant, consumer, source, subject, sequence, topic, topic_partition, topic_offset,
                  headers, value, kind, cause)
                select p.tenant, p.consumer, p.source, p.subject, p.sequence, ?, ?::int, ?::bigint, ?::jsonb, ?::bytea, ?, ?
                from (values (?, ?, ?, ?, ?)) p (tenant, consumer, source, subject, sequence)
                where not exists (select from inbox i where i.tenant = p.tenant and i.consumer = p.consumer
                  and i.source = p.source and i.subject = p.subject and i.sequence >= p.sequence)
                and not exists (select from discarded d where d.tenant = p.tenant and d.consumer = p.consumer
                  and d.source = p.source and d.subject = p.subject and d.sequence = p.sequence
                  and d.value_sha256 = encode(sha256(coalesce(?::bytea, '')), 'hex'))
                on conflict (tenant, consumer, source, subject, sequence) do update
                  set topic = excluded.topic, topic_partition = excluded.topic_partition,
                    topic_offset = excluded.topic_offset, headers = excluded.headers, value = excluded.value,
                    kind = excluded.kind, cause = excluded.cause
                  where ? and (parked.kind, parked.cause, parked.value)
                    is distinct from (excluded.kind, excluded.cause, excluded.value)
                returning new.id, (old.kind, old.value) is distinct from (new.kind, new.value)""",
                row -> new News(row.getObject(1, UUID.class), row.getBoolean(2)),
                record.topic(),
                record.isAsDelivered() ? record.partition() : null,
                record.isAsDelivered() ? record.offset() : null,
                ParkedRows.write(record.headers()),
                record.value(),
                waiting.kind(),
                waiting.cause(),
                transaction.tenant().key(),
                consumer,
                place.source(),
                place.subject(),
                place.sequence(),
                record.value(),
                waiting.replacesWhatIsParked());
        roundTrip.send();
        news.first().filter(News::isAnother).ifPresent(parked -> {
            deadLetters.send(transaction, record, waiting);
            if (waiting.kind().equals("broken")) {
                transaction.onceCommitted(() -> LOG.warn(
                        "A record of {} is parked as broken, as {} of {}: {}",
                        record.topic(),
                        parked.id(),
                        transaction.tenant(),
                        waiting.cause()));
            }
        });
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
        Pending<Parked> next = roundTrip.query(
                "select " + PARKED + """
                 from parked p
                where tenant = ? and consumer = ? and source = ? and subject = ? and kind = 'early'
                  and sequence = 1 + coalesce((select i.sequence from inbox i where i.tenant = p.tenant
                    and i.consumer = p.consumer and i.source = p.source and i.subject = p.subject), 0)""", ParkedRows::read, tenant, consumer, subject.source(), subject.subject());
        roundTrip.send();
        return next.first().map(Parked::record);
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

    /** The ids of all that is only early. */
    List<UUID> early(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<UUID> early = roundTrip.query(
                "select id from parked where tenant = ? and consumer = ? and kind = 'early' order by id",
                row -> row.getObject("id", UUID.class),
                transaction.tenant().key(),
                consumer);
        roundTrip.send();
        return early.list();
    }

    Optional<Parked> find(Transaction transaction, UUID id) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Parked> found = roundTrip.query(
                "select " + PARKED + " from parked p where tenant = ? and consumer = ? and id = ?",
                ParkedRows::read,
                transaction.tenant().key(),
                consumer,
                id);
        roundTrip.send();
        return found.first();
    }

    void remove(Transaction transaction, UUID id) {
        transaction
                .roundTrip()
                .update(
                        "delete from parked where tenant = ? and consumer = ? and id = ?",
                        transaction.tenant().key(),
                        consumer,
                        id)
                .send();
    }
}
