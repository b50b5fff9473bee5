package uk.concordat.eventsourcing.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several statements that go to the database and come back together. The driver sends a prepared statement of many
 * parts in one network round trip, and the latency of a command is little else.
 */
public final class RoundTrip {

    private final Connection connection;
    private final Transaction transaction;
    private final boolean goesByText;
    private final Map<String, List<@Nullable Object[]>> updatesByText = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<@Nullable Pending<?>> results = new ArrayList<>();

    RoundTrip(Connection connection, Transaction transaction) {
        this(connection, transaction, false);
    }

    RoundTrip(Connection connection, Transaction transaction, boolean goesByText) {
        this.connection = connection;
        this.transaction = transaction;
        this.goesByText = goesByText;
    }

    /** Adds a query; parameters are strings, numbers, booleans, UUIDs, instants, dates, or lists of strings or UUIDs. */
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
        statements.add(statement);
        results.add(pending);
        parameters.addAll(Arrays.asList(values));
    }

    /** Puts what another round trip holds before what this one holds. */
    void beginWith(RoundTrip first) {
        statements.addAll(0, first.statements);
        results.addAll(0, first.results);
        parameters.addAll(0, first.parameters);
    }

    /** Sends what was added and reads all results; does nothing when nothing was added. */
    public void send() {
        if (!results.isEmpty()) {
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
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, parameters.get(i));
            }
            boolean isRows = statement.execute();
            for (Pending<?> pending : results) {
                if (isRows && pending != null) {
                    try (ResultSet rows = statement.getResultSet()) {
                        pending.read(rows);
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
        return !list.isEmpty() && list.getFirst() instanceof java.util.UUID ? "uuid" : "text";
    }
}
