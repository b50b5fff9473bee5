package uk.concordat.eventsourcing.database;

import java.sql.SQLException;

/** Another transaction wrote the same unique key first: whoever loses such a race decides anew. */
public final class UniquenessViolated extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    static final String SQL_STATE = "23505";

    public UniquenessViolated(SQLException cause) {
        this(new DiscreetError(cause));
    }

    private UniquenessViolated(DiscreetError cause) {
        super(cause.getMessage(), cause);
    }
}
