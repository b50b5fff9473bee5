package uk.concordat.notification.application;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.testing.Topic;

/** A database of this service that no running service looks at: whoever made it sweeps it as the replicas it likes. */
final class OwnDatabase implements AutoCloseable {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String OPTIONS = "quarkus.datasource.jdbc.additional-jdbc-properties.options";
    private static @Nullable OwnDatabase ofTheTests;

    private final String url;
    private final UnaryOperator<String> passwords;
    private final AgroalDataSource application;

    private OwnDatabase(String url, UnaryOperator<String> passwords) throws SQLException {
        this.url = url;
        this.passwords = passwords;
        this.application = pool("app", 16);
    }

    /** The one of the tests, without a row of an earlier one. */
    static synchronized OwnDatabase clean() throws SQLException {
        @Nullable OwnDatabase known = ofTheTests;
        if (known == null) {
            Config config = ConfigProvider.getConfig();
            String server =
                    config.getValue("concordat.database.url", String.class).replaceFirst("/notification\\b.*", "/");
            known = in(
                    server,
                    "swept_by_tests",
                    role -> config.getValue("concordat.database." + role + ".password", String.class));
            ofTheTests = known;
        }
        known.execute("truncate deadline_watch, event, outbox, council_document, directory_version");
        return known;
    }

    /**
     * Makes it anew in a server that has the service's roles.
     *
     * @param server a JDBC URL without a database, such as {@code jdbc:postgresql://127.0.0.1:5432/}
     * @param passwords of the roles {@code app}, {@code relay} and {@code migrator}
     */
    static OwnDatabase in(String server, String name, UnaryOperator<String> passwords) throws SQLException {
        try (Connection operator = DriverManager.getConnection(server + "postgres", "postgres", "");
                Statement statement = operator.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s owner notification_migrator".formatted(name));
        }
        OwnDatabase database = new OwnDatabase(server + name, passwords);
        database.execute("alter schema public owner to notification_migrator");
        Flyway.configure()
                .dataSource(server + name, "notification_migrator", passwords.apply("migrator"))
                .locations("db/event-sourcing", "db/service-kit", "db/notification")
                .placeholders(Map.of("app", "notification_app", "relay", "notification_relay"))
                .load()
                .migrate();
        return database;
    }

    /** Connections of the service's role, as the service itself pools them. */
    AgroalDataSource application() {
        return application;
    }

    /** Those of another replica. */
    AgroalDataSource another() throws SQLException {
        return pool("app", 1);
    }

    AgroalDataSource relay() throws SQLException {
        return pool("relay", 3);
    }

    Transactions transactions() {
        return new Transactions(application, _ -> {});
    }

    /** A sweep of a replica of its own. */
    LapseSweep replica() {
        return replica(transactions());
    }

    static LapseSweep replica(Transactions transactions) {
        return new LapseSweep(new LapseStreams().store(), new DeadlineWatch(), new Directories(), transactions);
    }

    /** Business time becomes this, and passes from then on. */
    void clock(Instant now) {
        execute("update clock_offset set shift = timestamptz '%s' - clock_timestamp()".formatted(now));
    }

    /** So many deadlines of a council are watched, their ids made of the name and a number from 1, all due at one moment. */
    void watch(String council, String name, int deadlines, Instant dueAt) {
        execute("""
                insert into deadline_watch (tenant, deadline_id, revision, case_source, case_subject, kind, due_on, due_at,
                  standing, status, next_at, next_rung)
                select '%1$s', md5('%2$s-' || n)::uuid, 1, '/councils/%1$s/enquiries', '%2$s-' || n, 'acknowledgement',
                  '%3$s', '%4$s', 'set', 'open', '%4$s', 0 from generate_series(1, %5$d) n""".formatted(council, name, LocalDate.ofInstant(dueAt.minusNanos(1), LONDON), dueAt, deadlines));
    }

    /** A council without people, whose missed deadlines climb a rung each so many working days. */
    void council(String key, int rungWorkingDays) {
        CouncilDocument document = new CouncilDocument(
                key,
                "A council",
                "TST",
                LONDON.getId(),
                List.of(),
                new CouncilDocument.CalendarDocument("1", List.of()),
                new LocalSettings(Optional.empty(), Optional.of(rungWorkingDays), Optional.empty()));
        execute(
                "insert into council_document (tenant, kind, id, version, document) values ('%1$s', '%2$s', '%2$s/%1$s', 1, '%3$s')"
                        .formatted(key, DocumentKind.COUNCIL.code(), Topic.json(document)));
    }

    /** Does something as an operator, whom row-level security does not concern. */
    void execute(String change) {
        try (Connection operator = operator();
                Statement statement = operator.createStatement()) {
            statement.execute(change);
        } catch (SQLException failure) {
            throw new IllegalStateException(change, failure);
        }
    }

    /** The first column of what an operator reads. */
    List<String> read(String query) {
        try (Connection operator = operator();
                Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    long count(String table, String condition) {
        return Long.parseLong(read("select count(*) from %s where %s".formatted(table, condition))
                .getFirst());
    }

    Connection operator() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private AgroalDataSource pool(String role, int most) throws SQLException {
        String options = ConfigProvider.getConfig()
                .getOptionalValue(OPTIONS, String.class)
                .orElse("");
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(most)
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .validationTimeout(Duration.ofSeconds(2))
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .jdbcProperty("prepareThreshold", "3")
                                .jdbcProperty("options", options)
                                .principal(new NamePrincipal("notification_" + role))
                                .credential(new SimplePassword(passwords.apply(role))))));
    }

    @Override
    public void close() {
        application.close();
    }
}
