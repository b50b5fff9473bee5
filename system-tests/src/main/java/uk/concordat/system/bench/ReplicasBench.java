package uk.concordat.system.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.local.LocalStack;

/**
 * What a council of many people costs: to load it, until the services know of it, for a new replica of a service to
 * become ready, for the first request after a change, and in memory.
 */
final class ReplicasBench {

    private static final String COUNCIL = "wonderland";
    private static final String IMPORTER = "council-service";
    private static final String SERVICE = "enquiry-service";
    private static final int PEOPLE = 10_000;
    private static final int MANY = 50_000;
    private static final int ROUNDS = 3;
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Pattern CHANGES = Pattern.compile("\"changes\":(\\d+)");

    private final LocalStack stack;
    private final Server server;
    private final Path directory;
    private final Portal portal;
    private int edition;

    /** @param directory the stack's */
    ReplicasBench(LocalStack stack, Server server, Path directory) {
        this.stack = stack;
        this.server = server;
        this.directory = directory;
        this.portal = new Portal(stack, COUNCIL);
    }

    void run() {
        long before = liveHeap();
        System.out.println(
                "| an import of | changes | s | of it processor, s | then until its own replica follows, s |");
        System.out.println("|---|---|---|---|---|");
        imported("10,000 people who are new", files(PEOPLE));
        imported("the same again", files(PEOPLE));
        edition++;
        imported("the same with all people changed", files(PEOPLE));
        edition++;
        imported("50,000 people, of whom 10,000 were known and changed", files(MANY));
        imported("the same again", files(MANY));
        System.out.println();
        stack.stop(IMPORTER);
        stack.stop("notification-service");
        for (int round = 1; round <= ROUNDS; round++) {
            empty();
            System.out.printf(
                    Locale.ROOT,
                    "A new replica of %s is ready %.1f s after its start (%.1f s of a processor); ",
                    SERVICE,
                    seconds(() -> stack.restart(SERVICE)),
                    processor(SERVICE));
            System.out.printf(
                    Locale.ROOT, "one that has been complete after %.1f s.%n", seconds(() -> stack.restart(SERVICE)));
        }
        System.out.printf(Locale.ROOT, "The first request is answered after %.0f ms, ", 1000 * seconds(this::ask));
        System.out.printf(Locale.ROOT, "the next after %.0f ms.%n", 1000 * seconds(this::ask));
        stack.restart(IMPORTER);
        for (int round = 1; round <= ROUNDS; round++) {
            // One person is changed, and in the next round changed back.
            boolean isChanged = round % 2 == 1;
            Portal.expect(200, portal.load(isChanged ? new CouncilFiles(MANY, edition + 1, 1) : files(MANY)));
            await(() -> isChanged ? knows(SERVICE, 1, edition + 1) : knows(SERVICE, MANY, edition));
            System.out.printf(
                    Locale.ROOT,
                    "After a change of one person the first request is answered after %.0f ms, ",
                    1000 * seconds(this::ask));
            System.out.printf(Locale.ROOT, "the next after %.0f ms.%n", 1000 * seconds(this::ask));
        }
        System.out.printf(
                Locale.ROOT,
                "All these people are %.1f MiB of live objects in its heap.%n",
                (liveHeap() - before) / 1024.0 / 1024.0);
    }

    private CouncilFiles files(int people) {
        return new CouncilFiles(people, edition, people);
    }

    private void imported(String what, CouncilFiles files) {
        double processorBefore = processor(IMPORTER);
        long begin = System.nanoTime();
        String answer = Portal.expect(200, portal.load(files)).body();
        double imported = (System.nanoTime() - begin) / 1e9;
        double processor = processor(IMPORTER) - processorBefore;
        double followed = seconds(() -> await(() -> knows(IMPORTER, files.people(), edition)));
        Matcher changes = CHANGES.matcher(answer);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.1f |%n",
                what,
                changes.find() ? changes.group(1) : "?",
                imported,
                processor,
                followed);
        stack.awaitRest(REST);
    }

    /** As in a database of its own that was made just now, while Kafka still holds how far another has read. */
    private void empty() {
        stack.stop(SERVICE);
        server.execute(
                database(SERVICE),
                "truncate replica_caught_up, council_document, directory_version",
                "delete from inbox where consumer = 'councils'",
                "vacuum inbox");
    }

    private void ask() {
        Portal.expect(200, portal.get("person-1", SERVICE, "/me"));
    }

    /** Whether a service's replica has so many people in an edition. */
    private boolean knows(String service, int people, int inEdition) {
        return server.ask(database(service), """
                select count(*) >= %d from council_document
                where tenant = '%s' and kind = 'person' and document ->> 'email' like '%%.%d@%%'""".formatted(people, COUNCIL, inEdition))
                .equals("t");
    }

    private static String database(String service) {
        return service.replaceFirst("-service$", "");
    }

    private double processor(String service) {
        return ServiceCpu.of(service, directory).used().toMillis() / 1000.0;
    }

    private static double seconds(Runnable act) {
        long begin = System.nanoTime();
        act.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void await(BooleanSupplier reached) {
        long last = System.nanoTime() + REST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > last) {
                throw new BenchFailure("What the benchmark waits for does not come");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while waiting", interrupted);
        }
    }

    /** What the service's heap holds once all that nobody uses is gone, in bytes. */
    private long liveHeap() {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process counting;
        try {
            counting = new ProcessBuilder(
                            Path.of(java).resolveSibling("jcmd").toString(),
                            Long.toString(
                                    ServiceCpu.of(SERVICE, directory).process().pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
            String[] total = lines.getLast().strip().split("\\s+", -1);
            return Long.parseLong(total[total.length - 1]);
        } catch (IOException | NumberFormatException failure) {
            throw new BenchFailure("The objects in the heap of " + SERVICE + " could not be counted", failure);
        }
    }
}
