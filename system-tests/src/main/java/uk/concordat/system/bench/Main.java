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

    private Main() {}

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
            Path directory = scratch();
            try {
                measure(options, pgbench, directory);
            } finally {
                delete(directory);
            }
            return 0;
        } catch (Options.NotUnderstood wrong) {
            System.err.println(wrong.getMessage());
            System.err.println();
            System.err.println(Options.USAGE);
            return 2;
        } catch (BenchFailure | StackFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static void measure(Options options, Optional<Pgbench> pgbench, Path directory) {
        Machine machine = new Machine(directory);
        System.out.println("Starting a stack of its own …");
        try (LocalStack stack = LocalStack.start(StackSettings.inDirectory(directory, repository()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, directory)));
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
            if (options.asksFor(Options.Section.STREAMS)) {
                new StreamsBench(stack, server, ServiceCpu.of("enquiry-service", directory)).run();
                System.out.println();
                new CouncilsBench(stack, server, ServiceCpu.of("council-service", directory)).run();
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

    /** By Ctrl-C too. */
    private static void end(LocalStack stack, Path directory) {
        stack.close();
        delete(directory);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new BenchFailure("The benchmark's data was not deleted from " + directory, failure);
        }
    }
}
