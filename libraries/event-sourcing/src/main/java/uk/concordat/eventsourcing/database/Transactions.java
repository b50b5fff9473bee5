package uk.concordat.eventsourcing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens transactions for a tenant on the application's own database role, which cannot pass row-level security. */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int RACES = 20;

    private final DataSource dataSource;
    private final Consumer<Committed> afterCommit;

    /** @param afterCommit told of each commit */
    public Transactions(DataSource dataSource, Consumer<Committed> afterCommit) {
        this.dataSource = dataSource;
        this.afterCommit = afterCommit;
    }

    /**
     * Runs the work in one transaction and commits it; whatever the work throws rolls it back, and so does a failure of the
     * database that the work has caught.
     *
     * @throws DatabaseUnavailable if the same work may succeed later. Where the connection was lost during the commit, the
     *     work may be stored: whoever repeats it must recognise what is there
     * @throws DatabaseFailure if the database failed otherwise
     * @throws UniquenessViolated if a race for a unique key was lost
     */
    public <T> T in(Tenant tenant, Function<Transaction, T> work) {
        return run(tenant, work, true);
    }

    /**
     * Runs the work in one transaction and takes back whatever it wrote: for whoever looks what would come of it.
     *
     * @throws DatabaseUnavailable if the same work may succeed later
     */
    public <T> T takenBack(Tenant tenant, Function<Transaction, T> work) {
        return run(tenant, work, false);
    }

    private <T> T run(Tenant tenant, Function<Transaction, T> work, boolean keeps) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Transaction transaction = new Transaction(tenant, connection);
            T result;
            try {
                result = work.apply(transaction);
                transaction.requireUnfailed();
                if (!keeps) {
                    connection.rollback();
                    return result;
                }
                connection.commit();
            } catch (RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            }
            transaction.tellCommitted();
            afterCommit.accept(new Committed(transaction.roundTrips() + 1, transaction.hasMessages()));
            return result;
        } catch (SQLException failure) {
            throw DatabaseFailure.of("A transaction could not be completed", failure);
        }
    }

    /**
     * Runs the work as {@link #in} does, and anew while it loses races for a unique key: whoever comes second decides on
     * what the first has left.
     *
     * @throws UniquenessViolated if it has lost twenty races
     */
    public <T> T untilWon(Tenant tenant, Function<Transaction, T> work) {
        for (int attempt = 1; attempt < RACES; attempt++) {
            try {
                return in(tenant, work);
            } catch (UniquenessViolated lost) {
                LOG.debug("A race was lost; deciding anew", lost);
            }
        }
        return in(tenant, work);
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(new DiscreetError(alsoFailed));
        }
    }
}
