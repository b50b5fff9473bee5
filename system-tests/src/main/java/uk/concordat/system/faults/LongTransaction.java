package uk.concordat.system.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import uk.concordat.system.Stored;

/** F13: transactions are held open all the while, with an id and with a snapshot, in the service's database and in another of the server. */
final class LongTransaction implements Fault {

    private static final List<String> DATABASES = List.of("enquiry", "postgres");
    private static final String MEASURE = "concordat_transaction_oldest_age_seconds";

    /** In seconds: from then on the service warns of it too. */
    private static final double LONG = 15;

    @Override
    public void strike(Scene scene) {
        Stored stored = scene.stored();
        List<Connection> held = new ArrayList<>();
        try {
            for (String database : DATABASES) {
                held.add(open(stored, database));
            }
            long opened = System.nanoTime();
            int before = scene.crowd().tally().acknowledged();
            scene.note(
                    "alarm",
                    "after %d s",
                    Duration.ofNanos(awaitAlarm(scene) - opened).toSeconds());
            Pause.of(scene.howLong().minusNanos(System.nanoTime() - opened));
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

    /** Until the measure that an operator sets an alarm on tells of the transaction, and when that was. */
    private static long awaitAlarm(Scene scene) {
        URI metrics = scene.stack().service("enquiry-service").resolve("/q/metrics");
        HttpRequest asking = HttpRequest.newBuilder(metrics).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await("F13 the alarm")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> http.send(asking, HttpResponse.BodyHandlers.ofString())
                            .body()
                            .lines()
                            .filter(line -> line.startsWith(MEASURE))
                            .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) > LONG));
        }
        return System.nanoTime();
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
