package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.concordat.eventsourcing.database.DatabaseFailure;

/** How much waits to be sent, of all tenants: for whoever must not add to it without end. */
public final class OutboxBacklog {

    private final DataSource relayRole;

    public OutboxBacklog(DataSource relayRole) {
        this.relayRole = relayRole;
    }

    /** Whether at least so many messages wait. */
    public boolean isAtLeast(int messages) {
        try (Connection connection = relayRole.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select exists (select from outbox offset ? limit 1)")) {
            statement.setInt(1, messages - 1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of("What waits to be sent cannot be counted", failure);
        }
    }
}
