package uk.concordat.eventsourcing.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.local.Backends;
import uk.concordat.local.KafkaBroker;
import uk.concordat.local.Ports;
import uk.concordat.local.PostgresServer;

/** A real PostgreSQL with this library's tables and a real Kafka, started once for all tests of the module. */
public final class Installation {

    private static final String DATABASE = "event_sourcing";
    private static final String PASSWORD = "of-a-test";
    private static final Installation RUNNING = start();

    private final Backends backends;
    private final Topics topics;

    private Installation(Backends backends) {
        this.backends = backends;
        this.topics = new Topics(backends.kafka());
    }

    /** The one installation, without a row or a lease of an earlier test. */
    public static Installation clean() {
        RUNNING.execute(
                "truncate event, outbox, inbox, parked, discarded, lease, stream_walk, parcel_view, travelling_view, effect, plain_note");
        RUNNING.execute("update clock_offset set shift = interval '0'");
        return RUNNING;
    }

    public Transactions transactions() {
        return new Transactions(application(), _ -> {});
    }

    /** Connections of the application's role. */
    public DataSource application() {
        return connecting("app");
    }

    /** Connections of the relay's role. */
    public DataSource relay() {
        return connecting("relay");
    }

    public PostgresServer postgres() {
        return backends.postgres();
    }

    public KafkaBroker kafka() {
        return backends.kafka();
    }

    /** Kafka's settings as a service is configured with them. */
    public Map<String, Object> broker() {
        return Map.of("bootstrap.servers", kafka().bootstrapServers());
    }

    public Topics topics() {
        return topics;
    }

    /** Does something as superuser, whom row-level security does not concern. */
    public void execute(String sql) {
        try (Connection connection = backends.postgres().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of what a superuser reads. */
    public List<String> ask(String query) {
        try (Connection connection = backends.postgres().connect(DATABASE)) {
            return read(connection, query);
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** The first column of what a connection reads. */
    public static List<String> read(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private DataSource connecting(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(backends.postgres().jdbcUrl(DATABASE));
        source.setUser(DATABASE + "_" + role);
        source.setPassword(PASSWORD);
        return source;
    }

    private static Installation start() {
        try {
            Path directory = Files.createTempDirectory("event-sourcing-");
            Backends backends = new Backends(directory, Ports.free());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                backends.close();
                delete(directory);
            }));
            Installation installation = new Installation(backends.start());
            installation.provision();
            return installation;
        } catch (IOException failure) {
            throw new IllegalStateException("No directory for the installation", failure);
        }
    }

    /** The database, the three roles of a service, of which none passes row-level security, and the tables. */
    private void provision() {
        try (Connection server = backends.postgres().connect("postgres");
                Statement statement = server.createStatement()) {
            // The tests connect anew for each transaction, and a password that is costly to guess is costly to check.
            statement.execute("set scram_iterations = 1");
            for (String role : List.of("migrator", "app", "relay")) {
                statement.execute("create role %s_%s login nosuperuser nobypassrls password '%s'"
                        .formatted(DATABASE, role, PASSWORD));
            }
            statement.execute("create database %1$s owner %1$s_migrator".formatted(DATABASE));
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be created", failure);
        }
        execute("alter schema public owner to %s_migrator".formatted(DATABASE));
        Flyway.configure()
                .dataSource(connecting("migrator"))
                .locations("classpath:db/event-sourcing", "classpath:db/event-sourcing-test")
                .placeholders(Map.of("app", DATABASE + "_app", "relay", DATABASE + "_relay"))
                .load()
                .migrate();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("Left behind: " + directory, failure);
        }
    }
}
