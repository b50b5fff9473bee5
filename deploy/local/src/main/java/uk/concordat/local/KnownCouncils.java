package uk.concordat.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The councils of a local stack: those whose files are in the clone, and those that were loaded while it ran. */
final class KnownCouncils {

    private final Path repository;
    private final PostgresServer postgres;

    KnownCouncils(Path repository, PostgresServer postgres) {
        this.repository = repository;
        this.postgres = postgres;
    }

    /** While the stack is stopped, those of the clone alone. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        StackSettings.cast(repository)
                .forEach(council -> all.add(council.getFileName().toString()));
        if (postgres.isRunning()) {
            all.addAll(heardOfBy("council"));
        }
        return all;
    }

    /** Those of which the service of that database has heard. */
    Set<String> heardOfBy(String database) {
        Set<String> councils = new TreeSet<>();
        try (Connection connection = postgres.connect(database)) {
            if (Databases.exists(connection, "council_register")) {
                try (PreparedStatement query = connection.prepareStatement("select council from council_register");
                        ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        councils.add(row.getString(1));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new StackFailure("The councils that " + database + "-service knows cannot be read", failure);
        }
        return councils;
    }
}
