package uk.concordat.eventsourcing.database;

import java.sql.SQLException;
import java.util.Set;

/**
 * The database could not do what was asked of it. Nothing of the transaction was kept, unless its commit was in doubt.
 * Neither its message nor its causes quote what was to be stored.
 */
public sealed class DatabaseFailure extends IllegalStateException permits DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    /**
     * SQLSTATE classes: a feature or a changed result, a statement that is not there, a table or column or right that is
     * not there, the server's own fault.
     */
    private static final Set<String> OF_THE_STATEMENT = Set.of("0A", "26", "42", "XX");

    DatabaseFailure(String doing, DiscreetError cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }

    /**
     * Whether the statement did not fit the database, as in a replica of an older build while a newer one has migrated: it
     * is not the fault of what was to be stored.
     */
    public boolean isOfTheStatement() {
        return getCause() instanceof SQLException error
                && error.getSQLState() != null
                && error.getSQLState().length() >= 2
                && OF_THE_STATEMENT.contains(error.getSQLState().substring(0, 2));
    }

    /** The failure, as one that {@link DatabaseUnavailable may pass} where it may. */
    public static DatabaseFailure of(String doing, SQLException cause) {
        DiscreetError discreet = new DiscreetError(cause);
        return DatabaseUnavailable.mayPass(cause)
                ? new DatabaseUnavailable(doing, discreet)
                : new DatabaseFailure(doing, discreet);
    }
}
