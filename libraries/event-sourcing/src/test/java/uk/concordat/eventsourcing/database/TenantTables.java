package uk.concordat.eventsourcing.database;

import java.util.List;
import java.util.Map;
import uk.concordat.eventsourcing.installation.Installation;

/** Every table that has a tenant, as the catalogue knows them, so that a new one is tested without a word here. */
final class TenantTables {

    /** Values for columns whose checks refuse the usual ones. */
    private static final Map<String, String> PARTICULAR = Map.of("parked.kind", "'early'");

    private final Installation installation;

    TenantTables(Installation installation) {
        this.installation = installation;
    }

    List<String> names() {
        return installation.ask("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'tenant' order by 1""");
    }

    /** The statement that writes a row of the tenant into the table. */
    String insert(String table, String tenant) {
        List<String> columns = installation.ask("""
                select column_name || ' ' || data_type from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and column_name <> 'tenant'
                  and is_nullable = 'NO' and column_default is null and is_identity = 'NO'""".formatted(table));
        StringBuilder names = new StringBuilder("tenant");
        StringBuilder values = new StringBuilder("'" + tenant + "'");
        for (String column : columns) {
            String[] nameAndType = column.split(" ", 2);
            names.append(", ").append(nameAndType[0]);
            values.append(", ").append(PARTICULAR.getOrDefault(table + "." + nameAndType[0], valueOf(nameAndType[1])));
        }
        return "insert into %s (%s) values (%s)".formatted(table, names, values);
    }

    private static String valueOf(String type) {
        return switch (type) {
            case "text" -> "'any'";
            case "uuid" -> "gen_random_uuid()";
            case "bigint", "integer" -> "1";
            case "jsonb" -> "'{}'";
            case "timestamp with time zone" -> "clock_timestamp()";
            case "boolean" -> "true";
            default -> throw new IllegalArgumentException("Say here what a column of type " + type + " may hold");
        };
    }
}
