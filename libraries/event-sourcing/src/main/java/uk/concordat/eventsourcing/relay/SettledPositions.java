package uk.concordat.eventsourcing.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where reading the outbox may begin: below it nothing is left and nothing can come. A transaction that is held open
 * anywhere in the server keeps deleted rows from being vacuumed, and reading from the beginning walks over all of them.
 *
 * <p>Whoever adds a row has locked the table before the row gets its position, and keeps the lock until its transaction has
 * ended. So when all who held the lock after position P was seen have let go, every row up to P is either visible or will
 * never be. That is known, not guessed from the time that has passed.
 */
final class SettledPositions {

    private static final Logger LOG = LoggerFactory.getLogger(SettledPositions.class);

    /** @param writers transactions that may add rows up to the position, and no others may */
    private record Seen(long position, Set<String> writers) {}

    private final OutboxTable outbox;
    private final Duration everySo;
    private final Duration checkedEvery;
    private long below;
    private long highest;
    private Seen seen = new Seen(0, Set.of());
    private long lookedNanos = System.nanoTime();
    private long checkedNanos = System.nanoTime();

    SettledPositions(OutboxTable outbox, Duration everySo, Duration checkedEvery) {
        this.outbox = outbox;
        this.everySo = everySo;
        this.checkedEvery = checkedEvery;
    }

    long below() {
        return below;
    }

    void saw(List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            highest = Math.max(highest, rows.getLast().position());
        }
    }

    /** Finds out, now and then, whether reading may begin later. */
    void look() throws SQLException {
        long now = System.nanoTime();
        if (now - lookedNanos < everySo.toNanos()) {
            return;
        }
        lookedNanos = now;
        Set<String> writers = outbox.writers();
        if (Collections.disjoint(seen.writers(), writers)) {
            // A question of its own, so that it sees what those writers have committed.
            below = Math.min(seen.position() + 1, outbox.lowestFrom(below).orElse(Long.MAX_VALUE));
            seen = new Seen(highest, writers);
        }
        if (now - checkedNanos > checkedEvery.toNanos()) {
            checkedNanos = now;
            check();
        }
    }

    /** A database that was replaced by an older copy of itself gives positions again that it had given before. */
    private void check() throws SQLException {
        long lowest = outbox.lowestFrom(0).orElse(Long.MAX_VALUE);
        if (lowest < below) {
            LOG.error("The outbox has given position {} anew: was the database replaced by an older copy?", lowest);
            below = lowest;
            highest = 0;
            seen = new Seen(0, Set.of());
        }
    }
}
