package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Remembers, beside the replica of council data, that it has once been complete, and up to which offset of the councils'
 * topic it holds everything since: so that a database that was put back says how far.
 */
@ApplicationScoped
public class CaughtUpTable {

    private final DataSource dataSource;

    public CaughtUpTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean isRemembered() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from replica_caught_up");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** The first offset that the replica may not hold; empty where an earlier build remembered none, or nothing is. */
    Optional<Long> next() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select next_offset from replica_caught_up where next_offset is not null");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    void remember(long next) throws SQLException {
        change("insert into replica_caught_up (next_offset) values (?) on conflict do nothing", next);
    }

    /**
     * Has taken in more.
     *
     * @param before up to where it held everything then
     * @return whether what is remembered is of that reading; nothing is changed where it is not
     */
    boolean advance(long before, long next) throws SQLException {
        return change("""
                update replica_caught_up set next_offset = greatest(coalesce(next_offset, 0), ?)
                where next_offset is null or next_offset >= ?""", next, before) > 0;
    }

    /** It is complete, but as of another topic than there is now. */
    void startAgain() throws SQLException {
        change("update replica_caught_up set next_offset = 0");
    }

    void forget() throws SQLException {
        change("delete from replica_caught_up");
    }

    private int change(String sql, long... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
