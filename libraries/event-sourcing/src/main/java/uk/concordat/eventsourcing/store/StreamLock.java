package uk.concordat.eventsourcing.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * Keeps whoever goes through all streams and whoever appends to one apart. The locks are PostgreSQL's advisory ones and
 * end with the transaction, after its commit can be seen; appends share theirs, for it is their version that lets only one through.
 */
final class StreamLock {

    private static final String KEY = "hashtextextended(? || '/' || ? || '/' || %s, 0)";

    private StreamLock() {}

    /** Adds to the round trip that this transaction appends to the stream, or says so in one before, if it takes no queries. */
    static void share(RoundTrip roundTrip, Transaction transaction, String streamType, UUID stream) {
        RoundTrip locking = roundTrip.takesOnlyUpdates() ? transaction.roundTrip() : roundTrip;
        locking.query(
                "select pg_advisory_xact_lock_shared(" + KEY.formatted("?") + ")",
                row -> row.getString(1),
                transaction.tenant().key(),
                streamType,
                stream.toString());
        if (roundTrip.takesOnlyUpdates()) {
            locking.send();
        }
    }

    /**
     * Holds streams against appends until the transaction ends.
     *
     * @return the first of them, up to one that an append holds now; at least one, which is waited for
     */
    static List<UUID> holdAlone(Transaction transaction, String streamType, List<UUID> streams) {
        RoundTrip trying = transaction.roundTrip();
        // Whoever waits for these streams must not wait long: neither while their holder is frozen, nor while it waits
        // itself.
        trying.update("set local idle_in_transaction_session_timeout = '5s'");
        trying.update("set local lock_timeout = '500ms'");
        Pending<UUID> free = trying.query(
                "select id from unnest(?) as stream (id) where pg_try_advisory_xact_lock(" + KEY.formatted("id") + ")",
                row -> row.getObject(1, UUID.class),
                streams,
                transaction.tenant().key(),
                streamType);
        trying.send();
        Set<UUID> held = new HashSet<>(free.list());
        if (!held.contains(streams.getFirst())) {
            RoundTrip waiting = transaction.roundTrip();
            waiting.query(
                    "select pg_advisory_xact_lock(" + KEY.formatted("?") + ")",
                    row -> row.getString(1),
                    transaction.tenant().key(),
                    streamType,
                    streams.getFirst().toString());
            waiting.send();
            return List.of(streams.getFirst());
        }
        return streams.stream().takeWhile(held::contains).toList();
    }
}
