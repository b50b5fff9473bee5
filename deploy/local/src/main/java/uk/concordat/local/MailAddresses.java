package uk.concordat.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where mail reaches people, as notification-service knows it. */
final class MailAddresses {

    /** Somebody of a council; without an address where the council gave none. */
    record Found(String council, String person, Optional<String> address) {}

    private final PostgresServer postgres;

    MailAddresses(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** @throws StackFailure if nobody is called so */
    List<Found> of(Optional<String> council, String person) {
        List<Found> found = new ArrayList<>();
        try (Connection connection = postgres.connect("notification")) {
            if (Databases.exists(connection, "council_document")) {
                found.addAll(find(connection, council, person));
            }
        } catch (SQLException failure) {
            throw new StackFailure("The people of the councils cannot be read", failure);
        }
        if (found.isEmpty()) {
            throw new StackFailure("Nobody is called %s in %s".formatted(person, council.orElse("any council")));
        }
        return List.copyOf(found);
    }

    private static List<Found> find(Connection connection, Optional<String> council, String person)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select tenant, document ->> 'email' as email from council_document
                where kind = 'person' and document ->> 'username' = ? and tenant like ? order by tenant""")) {
            query.setString(1, person);
            query.setString(2, council.orElse("%"));
            try (ResultSet row = query.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Found(row.getString("tenant"), person, Optional.ofNullable(row.getString("email"))));
                }
                return found;
            }
        }
    }
}
