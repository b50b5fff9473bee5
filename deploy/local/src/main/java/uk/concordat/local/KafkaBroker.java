package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A Kafka broker of the stack's own (KRaft, one node), in a process of its own. */
public final class KafkaBroker implements Component, AutoCloseable {

    /** For how long a consumer is waited for before its partitions go to another. */
    static final Duration SHORTEST_SESSION = Duration.ofSeconds(5);

    private static final Duration START = Duration.ofSeconds(120);

    private final Path data;
    private final int port;
    private final int controllerPort;
    private final ManagedProcess process;

    KafkaBroker(StackDirectory directory, int port, int controllerPort) {
        this.data = directory.kafkaData();
        this.port = port;
        this.controllerPort = controllerPort;
        this.process = new ManagedProcess("kafka", directory);
    }

    /** A broker with its data in a directory; for tests of single modules. */
    public static KafkaBroker in(Path directory, Ports ports) {
        return new KafkaBroker(new StackDirectory(directory), ports.kafka(), ports.kafkaController());
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the broker on its data, which it formats at the first start, and waits until it answers. */
    @Override
    public KafkaBroker start() {
        Path settings = data.resolve("server.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(settings, settings());
        } catch (IOException failure) {
            throw new StackFailure("Kafka's settings cannot be written to " + settings, failure);
        }
        if (!Files.exists(data.resolve("log").resolve("meta.properties"))) {
            format(settings);
        }
        process.start(
                List.of(
                        "-Xms64m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "kafka.Kafka",
                        settings.toString()),
                Map.of("CLASSPATH", Jdk.classPath()));
        if (!Waiting.until(() -> !isRunning() || isReady(), START) || !isRunning()) {
            throw new StackFailure(
                    "Kafka did not start. Its log is %s and ends:%n%s".formatted(process.log(), process.lastLines(15)));
        }
        return this;
    }

    @Override
    public boolean isReady() {
        if (!Waiting.listens(port)) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000))) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while Kafka was asked whether it is ready", interrupted);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.process().stream().toList();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }

    private void format(Path settings) {
        Path log = data.resolve("format.log");
        ProcessBuilder format = new ProcessBuilder(
                        Jdk.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        format.environment().put("CLASSPATH", Jdk.classPath());
        try {
            if (format.start().waitFor() != 0) {
                throw new StackFailure("Kafka's data could not be formatted; see " + log);
            }
        } catch (IOException failure) {
            throw new StackFailure("Kafka's data could not be formatted", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while Kafka's data was formatted", interrupted);
        }
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.retention.ms=-1
                log.cleaner.dedupe.buffer.size=8388608
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=%4$d
                num.network.threads=2
                num.io.threads=2
                """.formatted(port, controllerPort, data.resolve("log"), SHORTEST_SESSION.toMillis());
    }
}
