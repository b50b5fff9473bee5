package uk.concordat.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import uk.concordat.local.Ports;

/** {@code ./concordat} in a process of its own, as its script starts it once all is built. */
final class Launcher {

    private static final Duration START = Duration.ofSeconds(90);

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    Launcher(Path directory) {
        this.directory = directory;
        Ports ports = Ports.free();
        environment.put("CONCORDAT_DIRECTORY", directory.resolve("stack").toString());
        environment.put("CONCORDAT_PORT_POSTGRES", Integer.toString(ports.postgres()));
        environment.put("CONCORDAT_PORT_KAFKA", Integer.toString(ports.kafka()));
        environment.put("CONCORDAT_PORT_KAFKA_CONTROLLER", Integer.toString(ports.kafkaController()));
        environment.put("CONCORDAT_PORT_COUNCIL", Integer.toString(ports.council()));
        environment.put("CONCORDAT_PORT_ENQUIRY", Integer.toString(ports.enquiry()));
        environment.put("CONCORDAT_PORT_NOTIFICATION", Integer.toString(ports.notification()));
        environment.put("CONCORDAT_PORT_MAIL", Integer.toString(ports.mail()));
        environment.put("CONCORDAT_PORT_MAIL_IMAP", Integer.toString(ports.mailImap()));
    }

    /** What a command printed, and how it ended. */
    record Ended(int exit, String output) {}

    /** {@code up}, which runs until it is stopped. */
    final class Up {

        private final Process process;
        private final Path output;

        private Up(Process process, Path output) {
            this.process = process;
            this.output = output;
        }

        String output() {
            try {
                return Files.readString(output);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        Up awaitReady() {
            Awaitility.await("ready, or ended")
                    .atMost(START)
                    .until(() -> output().contains("Concordat is ready") || !process.isAlive());
            return this;
        }

        /** The address or place that it has printed of a service or part. */
        String printed(String name) {
            Matcher line = Pattern.compile("(?m)^ +" + name + " +(\\S+)").matcher(output());
            if (!line.find()) {
                throw new AssertionError("Nothing of " + name + " in\n" + output());
            }
            return line.group(1);
        }

        /** Ctrl-C: SIGINT, to the launcher alone. */
        int interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return awaitEnd();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        int awaitEnd() throws InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end:\n" + output());
            }
            return process.exitValue();
        }
    }

    Up up(String... words) throws IOException {
        Path output = Files.createTempFile(directory, "up", ".log");
        List<String> all = new ArrayList<>(List.of("up"));
        all.addAll(List.of(words));
        Process process = process(all).redirectOutput(output.toFile()).start();
        started.add(process);
        return new Up(process, output);
    }

    Ended run(String... words) throws IOException, InterruptedException {
        Process process = process(List.of(words)).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.strip());
    }

    private ProcessBuilder process(List<String> words) {
        Path repository = Stacks.repository();
        List<String> command = new ArrayList<>(List.of(
                // Whoever runs the tests in the background has them ignore Ctrl-C, and this launcher is to feel it.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-Dconcordat.repository=" + repository,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "uk.concordat.local.Main"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Stops what a test has left running. */
    void stopAll() throws IOException, InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
        // A launcher that was killed has left its parts running, and the next one that would stop them did not come.
        try (Stream<Path> files = Files.walk(directory.resolve("stack"), 2)) {
            files.filter(file -> file.endsWith("postmaster.pid") || file.startsWith(directory.resolve("stack/pids")))
                    .filter(Files::isRegularFile)
                    .flatMap(Launcher::firstLine)
                    .filter(line -> line.matches("[0-9]+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Stream<String> firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().limit(1).map(String::strip);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
