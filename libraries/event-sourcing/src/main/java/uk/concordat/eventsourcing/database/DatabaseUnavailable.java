package uk.concordat.eventsourcing.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same work may succeed later without a change: the database is away, starting, stopping or out of resources. */
public final class DatabaseUnavailable extends DatabaseFailure {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes: connection lost, race lost, no resources, operator intervention, I/O. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Of other classes: read-only as a standby is, idle for too long, not given a lock in time. */
    private static final Set<String> PASSING_STATES = Set.of("25006", "25P03", "55P03");

    DatabaseUnavailable(String doing, DiscreetError cause) {
        super(doing, cause);
    }

    static boolean mayPass(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        // A pool that has no connection to give says so without an SQLSTATE.
        return state == null
                || state.length() < 2
                || PASSING_CLASSES.contains(state.substring(0, 2))
                || PASSING_STATES.contains(state);
    }
}
