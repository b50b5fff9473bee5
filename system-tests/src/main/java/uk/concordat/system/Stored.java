package uk.concordat.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.concordat.local.LocalStack;

/** What the services' databases hold, read as superuser. */
public record Stored(LocalStack stack) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event as it is stored. */
    public record Event(
            String tenant,
            UUID stream,
            long version,
            UUID id,
            String type,
            JsonNode facts,
            long sequence,
            Instant recordedAt) {

        public String fact(String name) {
            return facts.required(name).asText();
        }
    }

    /** All events of one type of stream, stream by stream in their order. */
    public List<Event> events(String database, String streamType) {
        return events(database, streamType, "%");
    }

    /** Those of one council. */
    public List<Event> events(String database, String streamType, String council) {
        return rows(
                database,
                """
                select tenant, stream_id, version, event_id, type, facts, sequence, recorded_at from event
                where stream_type = '%s' and tenant like '%s' order by tenant, stream_id, version""".formatted(streamType, council),
                row -> new Event(
                        row.getString("tenant"),
                        row.getObject("stream_id", UUID.class),
                        row.getLong("version"),
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        json(row.getString("facts")),
                        row.getLong("sequence"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    public long count(String database, String from) {
        return rows(database, "select count(*) from " + from, row -> row.getLong(1))
                .getFirst();
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String database, String sql, Reader<T> reader) {
        try (Connection connection = connect(database);
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return List.copyOf(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** A connection that sees, and may hold up, everything; its caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(database), stack.superuser(), "");
    }

    /** Changes what is stored, as no service would. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
