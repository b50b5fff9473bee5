package uk.concordat.system.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import uk.concordat.local.LocalStack;

/** The stack's PostgreSQL, as its superuser. */
record Server(LocalStack stack) {

    int port() {
        return URI.create(stack.jdbcUrl("postgres").substring("jdbc:".length())).getPort();
    }

    String user() {
        return stack.superuser();
    }

    void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new BenchFailure("PostgreSQL did not do what the benchmark asked", failure);
        }
    }

    String ask(String database, String query) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new BenchFailure("PostgreSQL did not answer: " + query, failure);
        }
    }

    /** How much a stream's events hold. */
    String kibibytes(String database, String stream) {
        return ask(database, """
                select sum(octet_length(facts::text) + octet_length(personal::text)) / 1024 from event
                where stream_id = '%s'""".formatted(stream));
    }

    /** How long it takes to be sent a stream's rows, read with nothing made of them, over one connection. */
    double millisecondsToRead(String database, String tenant, String type, String stream, int times) {
        String query = """
                select event_id, version, sequence, recorded_at, type, schema_version, facts, personal from event
                where tenant = ? and stream_type = ? and stream_id = ? order by version""";
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant);
            statement.setString(2, type);
            statement.setObject(3, UUID.fromString(stream));
            return Figures.medianMilliseconds(times, () -> read(statement));
        } catch (SQLException failure) {
            throw new BenchFailure("PostgreSQL did not answer: " + query, failure);
        }
    }

    private static void read(PreparedStatement statement) {
        try (ResultSet row = statement.executeQuery()) {
            long characters = 0;
            while (row.next()) {
                characters += row.getString("facts").length()
                        + row.getString("personal").length();
            }
            if (characters == 0) {
                throw new BenchFailure("A stream that is measured has no events");
            }
        } catch (SQLException failure) {
            throw new BenchFailure("A stream was not read", failure);
        }
    }

    /** Writes out what is to be written, so that what is measured next does not pay for what was measured before. */
    void checkpoint() {
        execute("postgres", "checkpoint");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(database), user(), "");
    }
}
