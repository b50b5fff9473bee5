package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real PostgreSQL and a real Kafka for the tests of this module, started once, with the tables the services would make. */
final class RunningBackends implements ParameterResolver {

    private static final String TABLES = """
            create table if not exists clock_offset (id boolean primary key, shift interval not null);
            insert into clock_offset values (true, interval '0') on conflict do nothing;
            create table if not exists event (tenant text);
            create table if not exists outbox (position bigint);
            """;

    /** What is started, where its data is. */
    record Running(Backends backends, Path directory) implements AutoCloseable {

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("concordat-backends-");
                Running running = new Running(new Backends(directory, Ports.free()), directory);
                Runtime.getRuntime().addShutdownHook(new Thread(running.backends::close));
                running.backends.start();
                for (String database : Provisioning.DATABASES) {
                    running.execute(database, TABLES);
                }
                running.execute("notification", """
                        create table if not exists deadline_watch (next_at timestamptz, remind_at timestamptz);
                        create table if not exists mail (status text, next_try_at timestamptz)""");
                return running;
            } catch (IOException failure) {
                throw new StackFailure("No directory for the backends", failure);
            }
        }

        void execute(String database, String sql) {
            try (Connection connection = backends.postgres().connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new StackFailure(sql, failure);
            }
        }

        /** As after a first start: no events, nothing under way, real time. */
        void clean() {
            Provisioning.DATABASES.forEach(database ->
                    execute(database, "truncate event, outbox; update clock_offset set shift = interval '0'"));
            execute("notification", "truncate deadline_watch, mail");
        }

        @Override
        public void close() throws IOException {
            backends.close();
            try (var files = Files.walk(directory)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningBackends.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }
}
