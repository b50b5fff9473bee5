package uk.concordat.eventsourcing.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The outbox as the relay's database role sees it: rows of all tenants, to be read and deleted, and nothing else. */
final class OutboxTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource dataSource;

    OutboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The oldest rows, in the order of their position, without those whose key is held. */
    List<OutboxRow> oldest(int limit, Collection<String> heldOrderKeys) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select position, topic, key, headers, value from outbox
                        where topic || '/' || key <> all (?) order by position limit ?""")) {
            statement.setArray(1, connection.createArrayOf("text", heldOrderKeys.toArray()));
            statement.setInt(2, limit);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong("position"),
                            row.getString("topic"),
                            row.getString("key"),
                            JSON.readValue(row.getString("headers"), HEADERS),
                            row.getBytes("value")));
                }
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("An outbox row has headers that are not JSON", broken);
            }
            return rows;
        }
    }

    void delete(Collection<Long> positions) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from outbox where position = any (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }
}
