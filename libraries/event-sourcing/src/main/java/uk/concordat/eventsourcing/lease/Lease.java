package uk.concordat.eventsourcing.lease;

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
    private volatile Term term = Term.NONE;

    /** A time without a break in which this holder has had it, so far, until when by either of this process's clocks. */
    private record Term(long number, long untilNanos, long untilMillis) {

        static final Term NONE = new Term(0, Long.MIN_VALUE, Long.MIN_VALUE);

        /** A machine that was suspended has a wall clock that went on, and one since it was started that did not. */
        boolean isOver() {
            return untilMillis == Long.MIN_VALUE
                    || untilNanos - System.nanoTime() <= 0
                    || untilMillis - System.currentTimeMillis() <= 0;
        }
    }

    /** @param length the same for all who ask for the lease of this name */
    public Lease(DataSource dataSource, String name, Duration length) {
        this.dataSource = dataSource;
        this.name = name;
        this.length = length;
    }

    /** Whether this holder has the lease now; takes or renews it when less than two thirds of it remain. */
    public boolean hold() throws SQLException {
        long nanos = System.nanoTime();
        long millis = System.currentTimeMillis();
        Term present = term;
        if (!present.isOver() && present.untilNanos() - nanos > length.toNanos() * 2 / 3) {
            return true;
        }
        if (!take()) {
            term = new Term(present.number(), Long.MIN_VALUE, Long.MIN_VALUE);
            return false;
        }
        // Asked first and counted from then. An answer that came late, or to a holder that was frozen, is of no use.
        long number = present.isOver() ? present.number() + 1 : present.number();
        term = new Term(number, nanos + length.toNanos(), millis + length.toMillis());
        return isHeld();
    }

    /** Whether it has not run out since it was last taken or renewed; asks only this process's clocks. */
    public boolean isHeld() {
        return !term.isOver();
    }

    /** Whether it is still held, and was held all the while since that term began. */
    boolean isHeld(long termNumber) {
        Term present = term;
        return present.number() == termNumber && !present.isOver();
    }

    /** Which of the times that this holder has had it is the present or last one. */
    long term() {
        return term.number();
    }

    private boolean take() throws SQLException {
        // One that ends later than any holder can have made it end was taken before the database's clock was set back.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into lease (name, holder, until) values (?, ?, clock_timestamp() + make_interval(secs => ?))
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until
                        where lease.holder = excluded.holder or lease.until < clock_timestamp()
                          or lease.until > clock_timestamp() + 2 * make_interval(secs => ?)
                        returning holder""")) {
            double seconds = length.toMillis() / 1000.0;
            statement.setString(1, name);
            statement.setObject(2, holder);
            statement.setDouble(3, seconds);
            statement.setDouble(4, seconds);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Gives the lease up at once, so that another need not wait for its end. */
    public void release() throws SQLException {
        term = new Term(term.number(), Long.MIN_VALUE, Long.MIN_VALUE);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from lease where name = ? and holder = ?")) {
            statement.setString(1, name);
            statement.setObject(2, holder);
            statement.executeUpdate();
        }
    }
}
