package uk.concordat.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Questions to the services' databases, asked as superuser, whom row-level security shows every row. */
final class Databases {

    private final PostgresServer postgres;

    Databases(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** How many rows of a table meet a condition; none if the service has not made the table yet. */
    long count(String database, String table, String condition) throws SQLException {
        try (Connection connection = postgres.connect(database)) {
            return exists(connection, table) ? count(connection, table, condition) : 0;
        }
    }

    static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, "public." + table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static long count(Connection connection, String table, String condition) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("select count(*) from %s where %s".formatted(table, condition));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
