package uk.concordat.kit.council;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Message;
import uk.concordat.kit.testing.Topic;
import uk.concordat.local.Backends;

/** A service's database with the tables of the replica, and documents to put into them. */
final class ReplicaDatabase {

    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Backends backends;
    private final String url;
    private final String password;

    private ReplicaDatabase(Backends backends) {
        Map<String, String> settings = backends.configuration("enquiry-service");
        this.backends = backends;
        this.url = Objects.requireNonNull(settings.get("concordat.database.url"));
        this.password = Objects.requireNonNull(settings.get("concordat.database.app.password"));
        Flyway.configure()
                .dataSource(url, "enquiry_migrator", settings.get("concordat.database.migrator.password"))
                .locations("db/event-sourcing", "db/service-kit")
                .placeholders(Map.of("app", "enquiry_app", "relay", "enquiry_relay"))
                .load()
                .migrate();
    }

    static ReplicaDatabase in(Backends backends) {
        return new ReplicaDatabase(backends);
    }

    Transactions transactions() {
        return new Transactions(application(), _ -> {});
    }

    /** Connections of the service's own role. */
    DataSource application() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser("enquiry_app");
        connections.setPassword(password);
        return connections;
    }

    /** Does something as superuser. */
    void execute(String sql) {
        try (Connection connection = backends.postgres().connect("enquiry");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Whether a transaction waits for another. */
    boolean someoneWaits() {
        try (Connection connection = backends.postgres().connect("enquiry");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            return row.next() && row.getLong(1) > 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The replica takes documents in. */
    void take(Tenant council, Message... documents) {
        transactions().in(council, transaction -> taken(transaction, documents));
    }

    static int taken(Transaction transaction, Message... documents) {
        new CouncilReplica().take(transaction, List.of(documents));
        return documents.length;
    }

    static Message council(String key, long version) {
        return message(
                DocumentKind.COUNCIL,
                key,
                version,
                new CouncilDocument(
                        key,
                        "The council of " + key,
                        "TST",
                        "Europe/London",
                        List.of(),
                        new CouncilDocument.CalendarDocument("1", List.of()),
                        LocalSettings.NONE));
    }

    static Message person(int number, String username, long version) {
        PersonDocument person = document(number, username);
        return message(DocumentKind.PERSON, person.id().toString(), version, person);
    }

    static Message leaving(int number, String username, long version, LocalDate last) {
        PersonDocument person = document(number, username, Optional.of(last));
        return message(DocumentKind.PERSON, person.id().toString(), version, person);
    }

    static PersonDocument document(int number, String username) {
        return document(number, username, Optional.empty());
    }

    private static PersonDocument document(int number, String username, Optional<LocalDate> to) {
        return new PersonDocument(
                new UUID(1, number),
                username,
                "Name of " + username,
                PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                FIRST,
                to);
    }

    static Message[] people(int from, int to, long version) {
        return IntStream.range(from, to)
                .mapToObj(number -> person(number, "person-" + number, version))
                .toArray(Message[]::new);
    }

    static Message post(int number, Optional<Integer> above, long version, int... holders) {
        UUID id = new UUID(2, number);
        return message(
                DocumentKind.POST,
                id.toString(),
                version,
                new PostDocument(
                        id,
                        "post-" + number,
                        "A post",
                        List.of("officer"),
                        above.map(post -> new UUID(2, post)),
                        Arrays.stream(holders)
                                .mapToObj(
                                        holder -> new PostDocument.Holder(new UUID(1, holder), FIRST, Optional.empty()))
                                .toList(),
                        FIRST,
                        Optional.empty()));
    }

    private static Message message(DocumentKind kind, String id, long version, Object document) {
        try {
            return new Message(
                    UUID.randomUUID().toString(),
                    "/councils/any",
                    kind.eventType(),
                    kind.code() + "/" + id,
                    version,
                    Optional.empty(),
                    Optional.empty(),
                    DocumentJson.mapper().readTree(Topic.json(document)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
