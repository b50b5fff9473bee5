package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * What an alarm is raised on: messages that are not sent, and transactions that keep deleted rows from being vacuumed. The
 * relay's role may not see since when another's transaction is open, only that it is; so its age is counted from when it
 * was first seen here.
 */
public final class OutboxWatch {

    /**
     * @param oldestMessage for how long the oldest message has waited; nothing if none waits
     * @param oldestTransaction for how long the transaction that keeps most has been seen; nothing if there is none
     * @param holder who holds that open: process, database and application
     */
    public record Seen(Duration oldestMessage, Duration oldestTransaction, String holder) {}

    private static final String NOBODY = "";

    private final DataSource relayRole;
    private String transaction = NOBODY;
    private long sinceNanos = System.nanoTime();

    public OutboxWatch(DataSource relayRole) {
        this.relayRole = relayRole;
    }

    public Seen look() throws SQLException {
        try (Connection connection = relayRole.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select coalesce(extract(epoch from clock_timestamp() - message.written_at), 0) * 1000 as message_millis,
                          coalesce(keeper.transaction, '') as transaction, coalesce(keeper.holder, '') as holder
                        from (select) here
                        left join (select written_at from outbox order by position limit 1) message on true
                        left join (
                          select pid || '/' || coalesce(backend_xmin, backend_xid) as transaction,
                            format('pid %s, database %s, application %s', pid, datname, application_name) as holder
                          from pg_stat_activity
                          where pid <> pg_backend_pid() and usesysid is not null
                            and coalesce(backend_xmin, backend_xid) is not null
                          order by age(coalesce(backend_xmin, backend_xid)) desc limit 1) keeper on true""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Seen(
                    Duration.ofMillis(row.getLong("message_millis")),
                    ageOf(row.getString("transaction")),
                    row.getString("holder"));
        }
    }

    private Duration ageOf(String seen) {
        if (!seen.equals(transaction)) {
            transaction = seen;
            sinceNanos = System.nanoTime();
        }
        return transaction.equals(NOBODY) ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - sinceNanos);
    }
}
