package uk.concordat.kit.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Every table of the service's database that has a tenant, as the catalogue knows them, so that a new one is asked too.
 * What is written to ask is taken back.
 */
public final class EveryTable {

    private static final String OTHER = "isolation-other";
    private static final String MINE = "isolation-mine";

    private final String application;

    /** @param database whose application role is asked, such as {@code enquiry} */
    public EveryTable(String database) {
        this.application = database + "_app";
    }

    /** What a query of all rows, without any {@code where}, returns of whom, for each table. */
    public record Seen(String table, List<String> ofAnotherCouncil, List<String> ofItsOwn) {}

    /** Asks every table that the application may read. */
    public List<Seen> askedForEverything() {
        try (Connection connection = ServiceUnderTest.database()) {
            connection.setAutoCommit(false);
            List<Seen> seen = new ArrayList<>();
            for (String table : rows(connection, """
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                      and has_table_privilege('%s', c.oid, 'SELECT') order by 1""".formatted(application))) {
                seen.add(asked(connection, table));
                connection.rollback();
            }
            return seen;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Seen asked(Connection connection, String table) throws SQLException {
        // Any row will do: what it refers to need not be there, and its checks are gone until this is taken back.
        execute(connection, "set local session_replication_role = replica");
        for (String check : rows(
                connection,
                "select conname from pg_constraint where contype = 'c' and conrelid = '%s'::regclass"
                        .formatted(table))) {
            execute(connection, "alter table %s drop constraint %s".formatted(table, check));
        }
        execute(connection, insert(connection, table));
        execute(connection, "set local role " + application);
        return new Seen(table, tenants(connection, table, MINE), tenants(connection, table, OTHER));
    }

    private static List<String> tenants(Connection connection, String table, String council) throws SQLException {
        execute(connection, "select set_config('event_sourcing.tenant', '%s', true)".formatted(council));
        return rows(connection, "select distinct tenant from " + table);
    }

    private String insert(Connection connection, String table) throws SQLException {
        StringBuilder names = new StringBuilder("tenant");
        StringBuilder values = new StringBuilder("'" + OTHER + "'");
        for (String column : rows(connection, """
                select column_name || ' ' || data_type from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and column_name <> 'tenant'
                  and is_nullable = 'NO' and column_default is null and is_identity = 'NO'
                  and is_generated = 'NEVER'""".formatted(table))) {
            String[] nameAndType = column.split(" ", 2);
            names.append(", ").append(nameAndType[0]);
            values.append(", ").append(valueOf(table, nameAndType[1]));
        }
        return "insert into %s (%s) values (%s)".formatted(table, names, values);
    }

    private static String valueOf(String table, String type) {
        return switch (type) {
            case "text", "character varying" -> "'any'";
            case "uuid" -> "gen_random_uuid()";
            case "bigint", "integer", "smallint" -> "1";
            case "jsonb" -> "'{}'";
            case "timestamp with time zone" -> "clock_timestamp()";
            case "date" -> "current_date";
            case "boolean" -> "true";
            case "bytea" -> "''";
            case "ARRAY" -> "'{}'";
            default ->
                throw new IllegalArgumentException(
                        "Say here what a column of type %s, as %s has one, may hold".formatted(type, table));
        };
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
