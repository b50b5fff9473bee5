package uk.concordat.system.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, which the server from Maven Central does not bring. */
record Pgbench(Path program) {

    static final String MISSING = """
            pgbench is not on this machine: neither on the PATH nor in /usr/lib/postgresql/*/bin. It comes with Debian's package
            postgresql, which by itself would also make and start a server; this keeps it from that:
              mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >> /etc/postgresql-common/createcluster.conf
              apt-get install --no-install-recommends postgresql""";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile(
            "^tps = ([0-9.]+) \\((?:without initial connection time|excluding connections establishing)\\)$",
            Pattern.MULTILINE);
    private static final Pattern FAILED = Pattern.compile("^number of failed transactions: (\\d+)", Pattern.MULTILINE);

    static Optional<Pgbench> find() {
        return find(System.getenv().getOrDefault("PATH", ""), VERSIONS);
    }

    /** The one on the path, else that of the newest version. */
    static Optional<Pgbench> find(String path, Path versions) {
        List<Path> directories = new ArrayList<>(Stream.of(path.split(":"))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList());
        if (Files.isDirectory(versions)) {
            try (Stream<Path> installed = Files.list(versions)) {
                installed
                        .filter(version -> version.getFileName().toString().matches("[0-9]+(\\.[0-9]+)?"))
                        .sorted(Comparator.<Path>comparingDouble(version ->
                                        Double.parseDouble(version.getFileName().toString()))
                                .reversed())
                        .forEach(version -> directories.add(version.resolve("bin")));
            } catch (IOException unreadable) {
                throw new BenchFailure("The directory " + versions + " cannot be read", unreadable);
            }
        }
        return directories.stream()
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Pgbench::new);
    }

    String version() {
        return output(List.of(program.toString(), "--version")).strip();
    }

    /** Runs a script again and again by a number of clients, each on a connection of its own, and counts what was done. */
    double transactionsPerSecond(int port, String user, String database, Path script, int clients, Duration during) {
        return rate(output(List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + user,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + during.toSeconds(),
                "--file=" + script,
                database)));
    }

    /** Transactions a second, the time of connecting left out, as pgbench reports them. */
    static double rate(String report) {
        Matcher failed = FAILED.matcher(report);
        if (failed.find() && !failed.group(1).equals("0")) {
            throw new BenchFailure("Transactions of pgbench failed:\n" + report);
        }
        Matcher rate = RATE.matcher(report);
        if (!rate.find()) {
            throw new BenchFailure("pgbench reported no rate:\n" + report);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String output(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure("%s failed:\n%s".formatted(command.getFirst(), output));
            }
            return output;
        } catch (IOException failure) {
            throw new BenchFailure(command.getFirst() + " could not be run", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while pgbench ran", interrupted);
        }
    }
}
