package uk.concordat.eventsourcing.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a query that travels with others in one {@link RoundTrip}; readable once that has been sent. */
public final class Pending<T> {

    private final RowReader<T> reader;
    private final List<T> rows = new ArrayList<>();
    private boolean arrived;

    Pending(RowReader<T> reader) {
        this.reader = reader;
    }

    void read(ResultSet results) throws SQLException {
        while (results.next()) {
            rows.add(reader.read(results));
        }
        arrived = true;
    }

    public List<T> list() {
        if (!arrived) {
            throw new IllegalStateException("The round trip of this query has not been sent yet");
        }
        return List.copyOf(rows);
    }

    public Optional<T> first() {
        return list().stream().findFirst();
    }

    public T only() {
        if (list().size() != 1) {
            throw new IllegalStateException("Expected one row, found " + list().size());
        }
        return rows.getFirst();
    }
}
