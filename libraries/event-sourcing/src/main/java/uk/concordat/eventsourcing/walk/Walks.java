package uk.concordat.eventsourcing.walk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** The table of walks. A walk is kept when it has finished, so that it can be told when it was last done. */
public final class Walks {

    private Walks() {}

    /** Begins a walk at its first stream, unless it is under way. */
    public static boolean begin(Transaction transaction, String work) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<String> begun = roundTrip.query(
                """
                        insert into stream_walk as present (tenant, work) values (?, ?)
                        on conflict (tenant, work) do update set done_to = null, streams = 0, events = 0, changed = 0,
                          unreadable = 0, begun_at = clock_timestamp(), finished_at = null
                        where present.finished_at is not null
                        returning work""", row -> row.getString(1), transaction.tenant().key(), work);
        roundTrip.send();
        return begun.first().isPresent();
    }

    public static List<Walk> all(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Walk> walks = roundTrip.query(
                """
                select work, done_to, streams, events, changed, unreadable, begun_at, finished_at
                from stream_walk where tenant = ? order by work""",
                row -> new Walk(
                        row.getString("work"),
                        Optional.ofNullable(row.getObject("done_to", UUID.class)),
                        row.getLong("streams"),
                        row.getLong("events"),
                        row.getLong("changed"),
                        row.getLong("unreadable"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                transaction.tenant().key());
        roundTrip.send();
        return walks.list();
    }

    /** How far a walk under way has come, if nobody else is doing a part of it now; until the transaction ends nobody will. */
    static Optional<Place> take(Transaction transaction, String work) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Place> place = roundTrip.query(
                """
                select done_to from stream_walk where tenant = ? and work = ? and finished_at is null
                for update skip locked""",
                row -> new Place(Optional.ofNullable(row.getObject(1, UUID.class))),
                transaction.tenant().key(),
                work);
        roundTrip.send();
        return place.first();
    }

    record Place(Optional<UUID> doneTo) {}

    /** Notes that the walk has come further. */
    static void note(Transaction transaction, String work, @Nullable UUID doneTo, Progress progress, boolean isLast) {
        transaction
                .roundTrip()
                .update(
                        """
                        update stream_walk set done_to = coalesce(?, done_to), streams = streams + ?, events = events + ?,
                          changed = changed + ?, unreadable = unreadable + ?,
                          finished_at = case when ? then clock_timestamp() end
                        where tenant = ? and work = ?""",
                        doneTo,
                        progress.streams(),
                        progress.events(),
                        progress.changed(),
                        progress.unreadable(),
                        isLast,
                        transaction.tenant().key(),
                        work)
                .send();
    }

    record Progress(long streams, long events, long changed, long unreadable) {}
}
