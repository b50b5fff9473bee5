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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/** The outbox as the relay's database role sees it: rows of all tenants, to be read and deleted, and nothing else. */
final class OutboxTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource dataSource;

    OutboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The oldest rows, in the order of their position, without those of keys that are left out.
     *
     * @param from below which nothing is looked for
     * @param most how much to read: at least one row, if it is not none
     * @param topicsLeftOut whose rows are left out too
     */
    List<OutboxRow> oldest(long from, Load most, Collection<String> leftOut, Collection<String> topicsLeftOut)
            throws SQLException {
        if (most.isNone()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select position, topic, key, headers, value from (
                          select position, topic, key, headers, value,
                            sum(bytes) over (order by position) - bytes as before
                          from outbox, coalesce(octet_length(value), 0) bytes where position >= ?
                            and topic <> all (?) and topic || '/' || key <> all (?)
                          order by position limit ?) oldest
                        where before < ? order by position""")) {
            statement.setLong(1, from);
            statement.setArray(2, connection.createArrayOf("text", topicsLeftOut.toArray()));
            statement.setArray(3, connection.createArrayOf("text", leftOut.toArray()));
            statement.setInt(4, most.rows());
            statement.setLong(5, most.bytes());
            return rows(statement);
        }
    }

    /**
     * The oldest row of each of some topics, without those of keys that are left out.
     *
     * @param most how much to read: at least one row, if there is any
     */
    List<OutboxRow> oldestOfEach(Collection<String> topics, long from, Load most, Collection<String> leftOut)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select position, topic, key, headers, value from (
                          select oldest.*, sum(bytes) over (order by position) - bytes as before
                          from unnest(?) asked (name), lateral (
                            select position, topic, key, headers, value, coalesce(octet_length(value), 0) as bytes
                            from outbox where topic = asked.name and position >= ? and topic || '/' || key <> all (?)
                            order by position limit 1) oldest
                          order by position limit ?) first
                        where before < ? order by position""")) {
            statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
            statement.setLong(2, from);
            statement.setArray(3, connection.createArrayOf("text", leftOut.toArray()));
            statement.setInt(4, most.rows());
            statement.setLong(5, most.bytes());
            return rows(statement);
        }
    }

    private static List<OutboxRow> rows(PreparedStatement statement) throws SQLException {
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

    /** The lowest position from there on that any row has. */
    OptionalLong lowestFrom(long from) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select position from outbox where position >= ? order by position limit 1")) {
            statement.setLong(1, from);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** The transactions that have begun to write to the table and not ended. */
    Set<String> writers() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select virtualtransaction from pg_locks
                        where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = 'outbox'::regclass
                          and database = (select oid from pg_database where datname = current_database())""");
                ResultSet row = statement.executeQuery()) {
            Set<String> writers = new HashSet<>();
            while (row.next()) {
                writers.add(row.getString(1));
            }
            return writers;
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
