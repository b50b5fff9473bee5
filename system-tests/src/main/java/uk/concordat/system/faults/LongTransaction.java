package uk.concordat.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.system.Stored;

/** F13: transactions are held open all the while, with an id and with a snapshot, in the service's database and in another of the server. */
final class LongTransaction implements Fault {

    private static final List<String> DATABASES = List.of("enquiry", "postgres");

    @Override
    public void strike(Scene scene) {
        Stored stored = scene.stored();
        List<Connection> held = new ArrayList<>();
        try {
            for (String database : DATABASES) {
                held.add(open(stored, database));
            }
            int before = scene.crowd().tally().acknowledged();
            Pause.of(scene.howLong());
            scene.note(
                    "acknowledged while a transaction was open",
                    "%d",
                    scene.crowd().tally().acknowledged() - before);
            scene.note("dead rows of the outbox", "%d", dead(stored));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            held.forEach(LongTransaction::close);
        }
    }

    private static Connection open(Stored stored, String database) throws SQLException {
        Connection connection = stored.connect(database);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
        return connection;
    }

    private static long dead(Stored stored) {
        return stored.rows(
                        "enquiry",
                        "select coalesce(max(n_dead_tup), 0) from pg_stat_user_tables where relname like 'outbox%'",
                        row -> row.getLong(1))
                .getFirst();
    }

    private static void close(Connection connection) {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
