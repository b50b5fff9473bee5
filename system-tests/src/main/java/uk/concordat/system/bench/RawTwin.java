package uk.concordat.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The least that an append with a message can cost: one transaction that inserts one event and one row of an outbox,
 * by pgbench, on the same server and with the same durability.
 */
final class RawTwin {

    static final int CLIENTS = 16;

    private static final String DATABASE = "bench";

    /** JSON of 500 bytes. */
    private static final String FACTS = """
            {"text": "%s"}""".formatted("a word ".repeat(70).substring(0, 488));

    private static final String SCRIPT = """
            begin;
            insert into event (stream, version, facts) values (uuidv7(), 1, '%1$s');
            insert into outbox (topic, key, value) values ('events', 'key', '%1$s');
            commit;
            """.formatted(FACTS);

    private final Pgbench pgbench;
    private final Server server;
    private final Path script;

    RawTwin(Pgbench pgbench, Server server, Path directory) {
        this.pgbench = pgbench;
        this.server = server;
        this.script = directory.resolve("raw-twin.sql");
        try {
            Files.writeString(script, SCRIPT);
        } catch (IOException failure) {
            throw new BenchFailure("The script cannot be written to " + script, failure);
        }
        server.execute("postgres", "create database " + DATABASE);
        server.execute(
                DATABASE,
                "create table event (stream uuid not null, version bigint not null, facts jsonb not null, unique (stream, version))",
                """
                create table outbox (position bigint generated always as identity primary key, topic text not null,
                  key text not null, value jsonb not null)""");
    }

    /** Transactions a second, from empty tables. */
    double perSecond(Duration during) {
        server.execute(DATABASE, "truncate event, outbox");
        server.checkpoint();
        return pgbench.transactionsPerSecond(server.port(), server.user(), DATABASE, script, CLIENTS, during);
    }
}
