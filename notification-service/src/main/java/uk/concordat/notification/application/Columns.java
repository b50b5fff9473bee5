package uk.concordat.notification.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Columns that may be empty. */
public final class Columns {

    private Columns() {}

    public static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }
}
