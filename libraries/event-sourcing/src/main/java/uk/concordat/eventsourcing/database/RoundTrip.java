package uk.concordat.eventsourcing.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several statements that go to the database and come back together. The driver sends a prepared statement of many
 * parts in one network round trip, and the latency of a command is little else.
 */
public final class RoundTrip {

    /** PostgreSQL is told in two bytes how many parameters a statement has. */
    private static final int MOST_PARAMETERS = 65_535;

    /** @param rows where the rows of a query go; null for a statement without result */
    private record Part(
            String statement,
            @Nullable Pending<?> rows,
            @Nullable Object[] values) {}

    private final Connection connection;
    private final Transaction transaction;
    private final boolean goesByText;
    private final Map<String, List<@Nullable Object[]>> updatesByText = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    RoundTrip(Connection connection, Transaction transaction) {
        this(connection, transaction, false);
    }

    RoundTrip(Connection connection, Transaction transaction, boolean goesByText) {
        this.connection = connection;
        this.transaction = transaction;
        this.goesByText = goesByText;
    }

    /** Whether it takes no queries, since it sends many updates together. */
    public boolean takesOnlyUpdates() {
        return goesByText;
    }

    /** Adds a query; parameters are strings, numbers, booleans, UUIDs, instants, dates, or lists of strings, UUIDs or longs. */
    public <T> Pending<T> query(String statement, RowReader<T> reader, @Nullable Object... values) {
        if (goesByText) {
            throw new IllegalStateException("Many updates are sent together here, and no query");
        }
        Pending<T> pending = new Pending<>(reader);
        add(statement, pending, values);
        return pending;
    }

    /** Adds a statement without result. */
    public RoundTrip update(String statement, @Nullable Object... values) {
        if (goesByText) {
            updatesByText.computeIfAbsent(statement, _ -> new ArrayList<>()).add(values);
        } else {
            add(statement, null, values);
        }
        return this;
    }

    private void add(String statement, @Nullable Pending<?> pending, @Nullable Object... values) {
        parts.add(new Part(statement, pending, values));
    }

    /** Puts what another round trip holds before what this one holds. */
    void beginWith(RoundTrip first) {
        parts.addAll(0, first.parts);
    }

    /** Sends what was added and reads all results; does nothing when nothing was added. */
    public void send() {
        if (!parts.isEmpty()) {
            go();
        }
        updatesByText.forEach(this::sendTogether);
        updatesByText.clear();
    }

    private void sendTogether(String text, List<@Nullable Object[]> updates) {
        transaction.beforeSending(this);
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (@Nullable Object[] values : updates) {
                for (int i = 0; i < values.length; i++) {
                    bind(statement, i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Sends even when nothing was added but what the transaction itself begins with. */
    void go() {
        transaction.beforeSending(this);
        int begin = 0;
        int parameters = 0;
        for (int end = 0; end < parts.size(); end++) {
            int more = parts.get(end).values().length;
            if (parameters + more > MOST_PARAMETERS) {
                send(parts.subList(begin, end));
                begin = end;
                parameters = 0;
            }
            parameters += more;
        }
        send(parts.subList(begin, parts.size()));
    }

    private void send(List<Part> together) {
        String text = together.stream().map(Part::statement).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int index = 1;
            for (Part part : together) {
                for (@Nullable Object value : part.values()) {
                    bind(statement, index++, value);
                }
            }
            boolean isRows = statement.execute();
            for (Part part : together) {
                if (isRows && part.rows() != null) {
                    try (ResultSet rows = statement.getResultSet()) {
                        part.rows().read(rows);
                    }
                }
                isRows = statement.getMoreResults();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private RuntimeException failed(SQLException failure) {
        return transaction.failed(
                UniquenessViolated.SQL_STATE.equals(failure.getSQLState())
                        ? new UniquenessViolated(failure)
                        : DatabaseFailure.of("A database round trip failed", failure));
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case List<?> list -> statement.setArray(index, connection.createArrayOf(elementType(list), list.toArray()));
            case null, default -> statement.setObject(index, value);
        }
    }

    private static String elementType(List<?> list) {
        return list.isEmpty()
                ? "text"
                : switch (list.getFirst()) {
                    case java.util.UUID _ -> "uuid";
                    case Long _ -> "bigint";
                    default -> "text";
                };
    }
}
