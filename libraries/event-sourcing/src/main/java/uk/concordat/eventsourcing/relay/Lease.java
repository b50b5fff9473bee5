package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The right to work alone on something for a while, among all replicas of a service. It goes by the database's real
 * clock. A holder that was frozen past its lease may repeat what it had in hand; its followers must bear that.
 */
public final class Lease {

    private final DataSource dataSource;
    private final String name;
    private final Duration length;
    private final UUID holder = UUID.randomUUID();
    private volatile long heldUntilNanos = Long.MIN_VALUE;

    public Lease(DataSource dataSource, String name, Duration length) {
        this.dataSource = dataSource;
        this.name = name;
        this.length = length;
    }

    /** Whether this holder has the lease now; takes or renews it when less than two thirds of it remain. */
    public boolean hold() throws SQLException {
        long asked = System.nanoTime();
        if (heldUntilNanos != Long.MIN_VALUE && heldUntilNanos - asked > length.toNanos() * 2 / 3) {
            return true;
        }
        boolean taken = take();
        heldUntilNanos = taken ? asked + length.toNanos() : Long.MIN_VALUE;
        return taken;
    }

    /** Whether it has not run out since it was last taken or renewed; asks only this process's clock. */
    public boolean isHeld() {
        return heldUntilNanos != Long.MIN_VALUE && heldUntilNanos - System.nanoTime() > 0;
    }

    private boolean take() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into lease (name, holder, until) values (?, ?, clock_timestamp() + make_interval(secs => ?))
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until
                        where lease.holder = excluded.holder or lease.until < clock_timestamp()
                        returning holder""")) {
            statement.setString(1, name);
            statement.setObject(2, holder);
            statement.setDouble(3, length.toMillis() / 1000.0);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Gives the lease up at once, so that another need not wait for its end. */
    public void release() throws SQLException {
        heldUntilNanos = Long.MIN_VALUE;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from lease where name = ? and holder = ?")) {
            statement.setString(1, name);
            statement.setObject(2, holder);
            statement.executeUpdate();
        }
    }
}
