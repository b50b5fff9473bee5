package uk.concordat.eventsourcing.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database's error as it may be logged. PostgreSQL quotes the row, the key or the value that it refuses, which may be
 * a person's words: what stands after the first line is left out, and of errors about a value the first line too.
 */
final class DiscreetError extends SQLException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes whose first line names roles, tables, columns and constraints, never a value. */
    private static final Set<String> NAME_NO_VALUE =
            Set.of("08", "23", "25", "28", "3D", "40", "42", "53", "55", "57", "58");

    DiscreetError(SQLException error) {
        super(messageOf(error), error.getSQLState(), error.getErrorCode());
        setStackTrace(error.getStackTrace());
        // The network's error, say; a driver's own errors quote as the first one does.
        if (error.getCause() != null && !(error.getCause() instanceof SQLException)) {
            initCause(error.getCause());
        }
    }

    private static String messageOf(SQLException error) {
        @Nullable String state = error.getSQLState();
        String firstLine =
                String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        if (state == null) {
            return firstLine;
        }
        return state.length() >= 2 && NAME_NO_VALUE.contains(state.substring(0, 2))
                ? "SQLSTATE " + state + ": " + firstLine
                : "SQLSTATE " + state + ", whose message may quote what was to be stored and is left out";
    }
}
