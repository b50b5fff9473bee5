package uk.concordat.eventsourcing.database;

import java.sql.SQLException;

/**
 * The database could not do what was asked of it. Nothing of the transaction was kept, unless its commit was in doubt.
 * Neither its message nor its causes quote what was to be stored.
 */
public sealed class DatabaseFailure extends IllegalStateException permits DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(String doing, DiscreetError cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }

    /** The failure, as one that {@link DatabaseUnavailable may pass} where it may. */
    public static DatabaseFailure of(String doing, SQLException cause) {
        DiscreetError discreet = new DiscreetError(cause);
        return DatabaseUnavailable.mayPass(cause)
                ? new DatabaseUnavailable(doing, discreet)
                : new DatabaseFailure(doing, discreet);
    }
}
