package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Remembers, beside the replica of council data, that it has once been complete. */
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

    void remember() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into replica_caught_up default values on conflict do nothing")) {
            statement.executeUpdate();
        }
    }
}
