package uk.concordat.eventsourcing.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the present row of a result. */
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
