package uk.concordat.eventsourcing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Opens transactions for a tenant on the application's own database role, which cannot pass row-level security. */
public final class Transactions {

    private final DataSource dataSource;
    private final IntConsumer afterCommit;

    /** @param afterCommit told after each commit how many round trips the transaction took, the commit included */
    public Transactions(DataSource dataSource, IntConsumer afterCommit) {
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
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Transaction transaction = new Transaction(tenant, connection);
            T result;
            try {
                result = work.apply(transaction);
                transaction.requireUnfailed();
                connection.commit();
            } catch (RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            }
            afterCommit.accept(transaction.roundTrips() + 1);
            return result;
        } catch (SQLException failure) {
            throw DatabaseFailure.of("A transaction could not be completed", failure);
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(new DiscreetError(alsoFailed));
        }
    }
}
