package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What an alarm is raised on: messages that are not sent, and transactions that keep deleted rows from being vacuumed. The
 * relay's role may not see since when another's transaction is open, only that it is; so its age is counted from when it
 * was first seen here.
 */
public final class OutboxWatch {

    /**
     * @param oldestMessage for how long the oldest message has waited; nothing if none waits
     * @param oldestTransaction for how long the transaction that has been seen longest has been; nothing if there is none
     * @param holder who holds that open: process, database and application
     */
    public record Seen(Duration oldestMessage, Duration oldestTransaction, String holder) {}

    /** A transaction, and who has it open. */
    private record Open(String transaction, String holder) {}

    private final DataSource relayRole;
    private Map<Open, Long> firstSeenNanos = Map.of();

    public OutboxWatch(DataSource relayRole) {
        this.relayRole = relayRole;
    }

    public Seen look() throws SQLException {
        try (Connection connection = relayRole.getConnection()) {
            Duration oldestMessage = oldestMessage(connection);
            long now = System.nanoTime();
            Map<Open, Long> before = firstSeenNanos;
            // All are remembered: beside one that is held open, others that come and go keep just as much.
            firstSeenNanos = open(connection).stream()
                    .collect(Collectors.toMap(open -> open, open -> before.getOrDefault(open, now)));
            return firstSeenNanos.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(longest -> new Seen(
                            oldestMessage,
                            Duration.ofNanos(now - longest.getValue()),
                            longest.getKey().holder()))
                    .orElse(new Seen(oldestMessage, Duration.ZERO, ""));
        }
    }

    private static Duration oldestMessage(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select extract(epoch from clock_timestamp() - written_at) * 1000
                        from outbox order by position limit 1""");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Duration.ofMillis(row.getLong(1)) : Duration.ZERO;
        }
    }

    private static List<Open> open(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select pid || '/' || coalesce(backend_xid, backend_xmin) as transaction,
                          format('pid %s, database %s, application %s', pid, datname, application_name) as holder
                        from pg_stat_activity
                        where pid <> pg_backend_pid() and usesysid is not null
                          and coalesce(backend_xid, backend_xmin) is not null""");
                ResultSet row = statement.executeQuery()) {
            List<Open> open = new ArrayList<>();
            while (row.next()) {
                open.add(new Open(row.getString("transaction"), row.getString("holder")));
            }
            return open;
        }
    }
}
