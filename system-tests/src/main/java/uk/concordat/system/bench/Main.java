package uk.concordat.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.local.LocalStack;
import uk.concordat.local.StackFailure;
import uk.concordat.local.StackSettings;

/** {@code ./concordat bench}. Ends with 0, with 1 when there are no figures, with 2 when it was asked wrongly or lacks pgbench. */
public final class Main {

    private final Options options;
    private final Optional<Pgbench> pgbench;
    private final Path directory;
    private volatile boolean isToBeKept;
    private volatile boolean isEnding;

    private Main(Options options, Optional<Pgbench> pgbench) {
        this.options = options;
        this.pgbench = pgbench;
        this.directory = scratch();
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        try {
            Options options = Options.of(words);
            Optional<Pgbench> pgbench = Pgbench.find();
            if (options.asksFor(Options.Section.COMMANDS) && pgbench.isEmpty()) {
                System.err.println(Pgbench.MISSING);
                return 2;
            }
            return new Main(options, pgbench).run();
        } catch (Options.NotUnderstood wrong) {
            System.err.println(wrong.getMessage());
            System.err.println();
            System.err.println(Options.USAGE);
            return 2;
        }
    }

    private int run() {
        try {
            measure();
            return 0;
        } catch (BenchFailure | StackFailure failure) {
            // After Ctrl-C nothing answers any more, and nobody asks why.
            if (!isEnding) {
                isToBeKept = true;
                System.err.println(failure.getMessage());
                System.err.println("What the services said of it is in " + directory.resolve("logs"));
            }
            return 1;
        }
    }

    private void measure() {
        Machine machine = new Machine(directory);
        System.out.println("Starting a stack of its own …");
        try (LocalStack stack = LocalStack.start(StackSettings.inDirectory(directory, repository()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
            Server server = new Server(stack);
            Machine.requireDurable(server);
            System.out.println();
            machine.facts(server).forEach(fact -> System.out.println("- " + fact));
            pgbench.ifPresent(found -> System.out.println("- " + found.version()));
            if (machine.isBusy()) {
                System.out.println("- something else was at work on the machine: take these figures as noisy");
            }
            System.out.println();
            if (options.asksFor(Options.Section.COMMANDS)) {
                RawTwin raw = new RawTwin(pgbench.orElseThrow(), server, directory);
                new CommandsBench(stack, server, raw, ServiceCpu.of("enquiry-service", directory), options.seconds())
                        .run();
                System.out.println();
            }
            if (options.asksFor(Options.Section.ENQUIRIES)) {
                new EnquiriesBench(stack, server, ServiceCpu.of("enquiry-service", directory)).run();
                System.out.println();
            }
            if (options.asksFor(Options.Section.COUNCILS)) {
                new CouncilsBench(stack, server, ServiceCpu.of("council-service", directory)).run();
                System.out.println();
            }
            // Last: it leaves a council that all that comes after it would pay for.
            if (options.asksFor(Options.Section.REPLICAS)) {
                new ReplicasBench(stack, server, directory).run();
                System.out.println();
            }
        }
    }

    private static Path repository() {
        return Path.of(System.getProperty("concordat.repository", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Beside the data of the usual stack: the directory for temporary files may lie in memory, where fsync costs nothing. */
    private static Path scratch() {
        Path beside = Path.of(System.getenv()
                .getOrDefault(
                        "CONCORDAT_DIRECTORY",
                        repository().resolve(".concordat").toString()));
        try {
            Files.createDirectories(beside);
            return Files.createTempDirectory(beside, "bench-").toAbsolutePath().normalize();
        } catch (IOException failure) {
            throw new BenchFailure("No directory can be made in " + beside, failure);
        }
    }

    /** After Ctrl-C too. */
    private void end(LocalStack stack) {
        isEnding = true;
        stack.close();
        if (!isToBeKept) {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new BenchFailure("The benchmark's data was not deleted from " + directory, failure);
        }
    }
}
