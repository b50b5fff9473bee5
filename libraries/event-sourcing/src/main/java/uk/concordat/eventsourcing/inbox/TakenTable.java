package uk.concordat.eventsourcing.inbox;

import java.util.Comparator;
import java.util.List;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** How far a consumer has taken each subject in. */
final class TakenTable {

    private final String consumer;

    TakenTable(String consumer) {
        this.consumer = consumer;
    }

    /** The last sequence taken in, 0 for a new subject; locked until the transaction ends, if there is one. */
    long last(Transaction transaction, Place place) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> last = roundTrip.query(
                "select sequence from inbox where tenant = ? and consumer = ? and source = ? and subject = ? for update",
                row -> row.getLong(1),
                transaction.tenant().key(),
                consumer,
                place.source(),
                place.subject());
        roundTrip.send();
        return last.first().orElse(0L);
    }

    /**
     * Remembers that this one is taken in; it waits no longer.
     *
     * @throws uk.concordat.eventsourcing.database.UniquenessViolated if another took in the subject's first one meanwhile
     */
    void remember(Transaction transaction, Place place) {
        RoundTrip roundTrip = transaction.roundTrip();
        String tenant = transaction.tenant().key();
        if (place.sequence() == 1) {
            roundTrip.update(
                    "insert into inbox (tenant, consumer, source, subject, sequence) values (?, ?, ?, ?, 1)",
                    tenant,
                    consumer,
                    place.source(),
                    place.subject());
        } else {
            roundTrip.update(
                    "update inbox set sequence = ? where tenant = ? and consumer = ? and source = ? and subject = ?",
                    place.sequence(),
                    tenant,
                    consumer,
                    place.source(),
                    place.subject());
        }
        roundTrip.update(
                "delete from parked where tenant = ? and consumer = ? and source = ? and subject = ? and sequence = ?",
                tenant,
                consumer,
                place.source(),
                place.subject(),
                place.sequence());
        roundTrip.send();
    }

    /** Remembers that a document is taken in; older ones of its subject wait no longer. */
    void rememberUpTo(Transaction transaction, Place place) {
        RoundTrip roundTrip = transaction.roundTrip();
        mark(roundTrip, transaction, place);
        roundTrip.update(
                "delete from parked where tenant = ? and consumer = ? and source = ? and subject = ? and sequence <= ?",
                transaction.tenant().key(),
                consumer,
                place.source(),
                place.subject(),
                place.sequence());
        roundTrip.send();
    }

    /** As {@link #rememberUpTo}, of one document each of many subjects. */
    void rememberUpTo(Transaction transaction, List<Place> places) {
        RoundTrip roundTrip = transaction.roundTrip();
        String tenant = transaction.tenant().key();
        // In one order, so that of two who remember the same at once neither waits for the other for ever.
        List<Place> ordered = places.stream()
                .sorted(Comparator.comparing(Place::source).thenComparing(Place::subject))
                .toList();
        List<String> sources = ordered.stream().map(Place::source).toList();
        List<String> subjects = ordered.stream().map(Place::subject).toList();
        List<Long> sequences = ordered.stream().map(Place::sequence).toList();
        roundTrip.update("""
                insert into inbox as present (tenant, consumer, source, subject, sequence)
                select ?, ?, t.source, t.subject, t.sequence
                from unnest(?, ?, ?) with ordinality t (source, subject, sequence, n) order by t.n
                on conflict (tenant, consumer, source, subject)
                  do update set sequence = greatest(present.sequence, excluded.sequence)""", tenant, consumer, sources, subjects, sequences);
        roundTrip.update("""
                delete from parked p using unnest(?, ?, ?) t (source, subject, sequence)
                where p.tenant = ? and p.consumer = ? and p.source = t.source and p.subject = t.subject
                  and p.sequence <= t.sequence""", sources, subjects, sequences, tenant, consumer);
        roundTrip.send();
    }

    private void mark(RoundTrip roundTrip, Transaction transaction, Place place) {
        roundTrip.update("""
                insert into inbox as present (tenant, consumer, source, subject, sequence) values (?, ?, ?, ?, ?)
                on conflict (tenant, consumer, source, subject)
                  do update set sequence = greatest(present.sequence, excluded.sequence)""", transaction.tenant().key(), consumer, place.source(), place.subject(), place.sequence());
    }
}
