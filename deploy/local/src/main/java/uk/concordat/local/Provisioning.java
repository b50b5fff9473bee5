package uk.concordat.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database for each service and its three roles, none of which passes row-level security. Repeating it changes nothing. */
final class Provisioning {

    static final List<String> DATABASES = List.of("council", "enquiry", "notification");

    private static final List<String> ROLES = List.of("migrator", "app", "relay");

    private final PostgresServer postgres;
    private final StackDirectory directory;

    Provisioning(PostgresServer postgres, StackDirectory directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    void run() {
        DATABASES.forEach(database -> {
            try {
                provision(database);
            } catch (SQLException failure) {
                throw new StackFailure("The database " + database + " could not be provisioned", failure);
            }
        });
    }

    private void provision(String database) throws SQLException {
        try (Connection server = postgres.connect("postgres");
                Statement statement = server.createStatement()) {
            for (String suffix : ROLES) {
                String role = database + "_" + suffix;
                if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role %s login nosuperuser nobypassrls".formatted(role));
                }
                statement.execute("alter role %s password '%s'".formatted(role, directory.password(role)));
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database %1$s owner %1$s_migrator".formatted(database));
            }
            statement.execute("revoke connect, temporary on database %s from public".formatted(database));
            statement.execute("grant connect on database %1$s to %1$s_app, %1$s_relay".formatted(database));
        }
        try (Connection own = postgres.connect(database);
                Statement statement = own.createStatement()) {
            statement.execute("alter schema public owner to %s_migrator".formatted(database));
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to %1$s_app, %1$s_relay".formatted(database));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return !row.next();
        }
    }
}
