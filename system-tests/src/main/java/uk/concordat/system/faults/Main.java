package uk.concordat.system.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.local.LocalStack;
import uk.concordat.local.StackFailure;
import uk.concordat.system.Ledger;
import uk.concordat.system.Stacks;

/**
 * {@code ./concordat faults}: breaks a stack of its own, in a new directory and on free ports. Ends with 0 if all held, with 1 if something
 * did not, with 2 if the order was not understood.
 */
public final class Main {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Order order;
    private final Path directory;
    private final PrintStream out;

    private Main(Order order, Path directory, PrintStream out) {
        this.order = order;
        this.directory = directory;
        this.out = out;
    }

    public static void main(String[] words) {
        try {
            Path directory =
                    Files.createDirectories(Path.of(System.getProperty("concordat.faults.directory", "target/faults"))
                            .resolve(LocalDateTime.now().format(STAMP))
                            .toAbsolutePath());
            System.exit(new Main(Order.of(List.of(words)), directory, System.out).run());
        } catch (Order.NotUnderstood wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (StackFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int run() throws IOException {
        Path file = directory.resolve("ledger.jsonl");
        out.printf("Seed %d; the ledger is %s%n", order.seed(), file);
        Path data = directory.resolve("stack");
        boolean held;
        try (LedgerFile lines = new LedgerFile(file);
                LocalStack stack = Stacks.started(data, "city-of-london")) {
            endOnceInGoodOrder(stack);
            held = round(new Rounds(stack, new Ledger(lines), order.seed()), lines, stack);
        }
        if (held) {
            delete(data);
        } else {
            out.println("The stack's data and logs are kept in " + data);
        }
        return held ? 0 : 1;
    }

    /** What has never ended in good order has no archive of its classes, and each start after a kill would read them anew. */
    private static void endOnceInGoodOrder(LocalStack stack) {
        for (String service : List.of("council-service", "enquiry-service", "notification-service")) {
            stack.stop(service);
            stack.restart(service);
        }
    }

    private boolean round(Rounds rounds, LedgerFile lines, LocalStack stack) {
        for (int time = 1; time <= order.times(); time++) {
            for (NamedFault fault : order.faults()) {
                Duration howLong = order.howLong().orElse(fault.shortForm());
                out.printf(
                        "%nRound %d of %d, %s: %s, for %d s%n",
                        time, order.times(), fault, fault.breaks(), howLong.toSeconds());
                Finding finding = rounds.find(fault, howLong);
                if (!stack.isOpen()) {
                    return false;
                }
                lines.found(finding);
                out.println(finding.inWords());
                if (finding.violated().isPresent()) {
                    return false;
                }
            }
        }
        out.printf("%nAll held.%n");
        return true;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
