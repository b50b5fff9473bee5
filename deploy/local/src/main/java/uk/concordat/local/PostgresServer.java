package uk.concordat.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the stack's own, with durable settings: what it has acknowledged survives {@code kill -9}. */
public final class PostgresServer implements Component, AutoCloseable {

    public static final String SUPERUSER = "postgres";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The superuser needs no password, on loopback only; the services' roles need theirs, as anywhere. */
    private static final String WHO_MAY_CONNECT = """
            local all postgres               trust
            host  all postgres 127.0.0.1/32  trust
            host  all all      127.0.0.1/32  scram-sha-256
            """;

    private final Path data;
    private final Path log;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private boolean closed;

    PostgresServer(StackDirectory directory, int port) {
        this.data = directory.postgresData();
        this.log = directory.log("postgres");
        this.port = port;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    /** Starts the server on its data, which it creates at the first start. */
    @Override
    public synchronized PostgresServer start() {
        if (closed) {
            throw new StackFailure("PostgreSQL was not started: the stack is being stopped");
        }
        stop();
        try {
            Files.createDirectories(data);
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setDataDirectoryCustomizer(PostgresServer::sayWhoMayConnect)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("timezone", "UTC")
                    // Its log names the error and the statement, and leaves out the row and what people wrote in it.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return this;
        } catch (IOException | IllegalStateException failure) {
            throw new StackFailure("PostgreSQL did not start; its log is " + log, failure);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** A connection as superuser, who sees every row: for provisioning, the clock and the ledger's checks. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notReady) {
            return false;
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return postmaster().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    /** Ends the server and all its processes at once, as a power cut would. */
    @Override
    public synchronized void kill() {
        Ending.byForce(processes());
        release();
    }

    /** Ends the server in order; what is open is rolled back. */
    @Override
    public synchronized void stop() {
        Optional<ProcessHandle> running = postmaster();
        release();
        // Its pid file goes before the process does; and a server of another launcher has not been asked to stop yet.
        running.filter(ProcessHandle::isAlive)
                .ifPresent(left -> Ending.inOrder(left, PostgresServer::shutDownFast, GRACE));
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    /** Lets the embedding library stop the server that it started, and give up what it holds for it. */
    private void release() {
        EmbeddedPostgres ended = server;
        server = null;
        if (ended != null) {
            try {
                ended.close();
            } catch (IOException failure) {
                throw new StackFailure("PostgreSQL's data directory " + data + " was not given up", failure);
            }
        }
    }

    private Optional<ProcessHandle> postmaster() {
        Path pidFile = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.exists(pidFile) ? Files.lines(pidFile) : Stream.empty()) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(pid -> pid.matches("[0-9]{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> found.info().commandLine().orElse("").contains(data.toString()));
        } catch (IOException vanished) {
            // The server deletes this file itself, as the last thing it does.
            return Optional.empty();
        }
    }

    /** PostgreSQL's fast mode is asked for by SIGINT; SIGTERM would wait for every client to leave. */
    private static void shutDownFast(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchCommand) {
            postmaster.destroy();
        }
    }

    private static void sayWhoMayConnect(java.io.File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException failure) {
            throw new StackFailure("PostgreSQL's pg_hba.conf cannot be written", failure);
        }
    }
}
