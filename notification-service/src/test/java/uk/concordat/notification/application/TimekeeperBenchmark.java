package uk.concordat.notification.application;

import static java.util.stream.Collectors.joining;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.relay.OutboxRelay;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.Topic;
import uk.concordat.local.Backends;
import uk.concordat.local.Ports;

/**
 * How fast what is due at one moment drains, and how late a lapse is while a million others are still to come. Not a test;
 * its only argument is {@code drain}, {@code relayed}, which drains with Kafka at the other end, or {@code punctual}.
 */
final class TimekeeperBenchmark {

    private static final List<String> COUNCILS = List.of("city-of-london", "county", "wonderland", "hackney", "harlow");
    private static final int DUE = 100_000;
    private static final int PART = 10_000;
    private static final int FUTURE = 1_000_000;
    private static final int PUNCTUAL = 600;
    private static final Duration PUNCTUAL_OVER = Duration.ofSeconds(60);

    private final OwnDatabase database;
    private final Backends backends;
    private long mostHeap;

    private TimekeeperBenchmark(OwnDatabase database, Backends backends) {
        this.database = database;
        this.backends = backends;
    }

    public static void main(String[] which) throws Exception {
        // Two threads that log for the first time at once would wait for each other for ever.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        Path directory = Files.createTempDirectory("timekeeper-benchmark-");
        try (Backends backends = new Backends(directory, Ports.free()).start()) {
            Map<String, String> settings = backends.configuration("notification-service");
            try (OwnDatabase database = OwnDatabase.in(
                    backends.postgres().jdbcUrl(""),
                    "benchmark",
                    role -> Objects.requireNonNull(settings.get("concordat.database." + role + ".password")))) {
                var benchmark = new TimekeeperBenchmark(database, backends);
                switch (which[0]) {
                    case "drain" -> benchmark.drain();
                    case "relayed" -> benchmark.relayed(backends.kafka().bootstrapServers());
                    case "punctual" -> benchmark.punctual();
                    default -> throw new IllegalArgumentException(which[0]);
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void drain() throws InterruptedException {
        for (int round = 1; round <= 3; round++) {
            database.execute("truncate deadline_watch, event, outbox");
            watchAll(Instant.now().minusSeconds(60));
            long began = System.nanoTime();
            double busy = processorSeconds();
            Timekeeper timekeeper = keepTime();
            await("event", DUE);
            double seconds = (System.nanoTime() - began) / 1e9;
            busy = processorSeconds() - busy;
            timekeeper.stop(new ShutdownEvent());
            System.out.printf(
                    "round %d: %,.0f/s in all%s; %.1f s of processor time%n", round, DUE / seconds, parts(), busy);
        }
        System.out.printf("most heap in use: %d MiB%n", mostHeap >> 20);
    }

    private void relayed(String broker) throws Exception {
        try (Topic topic = Topic.on(broker)) {
            COUNCILS.forEach(council -> topic.create(Topics.notifications(new Tenant(council))));
        }
        watchAll(Instant.now().minusSeconds(60));
        OutboxRelay relay = OutboxRelay.start(database.relay(), Map.of("bootstrap.servers", broker));
        long began = System.nanoTime();
        Timekeeper timekeeper = keepTime();
        await("event", DUE);
        double swept = (System.nanoTime() - began) / 1e9;
        while (database.count("outbox", "true") > 0) {
            Thread.sleep(20);
            measureHeap();
        }
        double sent = (System.nanoTime() - began) / 1e9;
        timekeeper.stop(new ShutdownEvent());
        relay.stop();
        System.out.printf(
                "recorded %,.0f/s%s%non the topics %,.0f/s; most heap in use: %d MiB%n",
                DUE / swept, parts(), DUE / sent, mostHeap >> 20);
    }

    private void punctual() throws InterruptedException {
        int ofEach = FUTURE / COUNCILS.size();
        for (String council : COUNCILS) {
            database.watch(council, "future", ofEach, Instant.now().plus(Duration.ofDays(30)));
        }
        // Each at its own day of a year, as deadlines are, and not all at one.
        database.execute(
                "update deadline_watch set next_at = next_at + (hashtext(case_subject) & 255) * interval '1 day'");
        database.execute("vacuum analyze deadline_watch");
        COUNCILS.forEach(council -> database.watch(council, "soon", PUNCTUAL / COUNCILS.size(), Instant.now()));
        database.execute("""
                update deadline_watch set next_at = clock_timestamp() + interval '3 seconds' + random() * interval '%d seconds'
                where case_subject like 'soon-%%'""".formatted(PUNCTUAL_OVER.toSeconds()));
        Timekeeper timekeeper = keepTime();
        await("event", PUNCTUAL);
        timekeeper.stop(new ShutdownEvent());
        List<Double> late = database.read("""
                select extract(epoch from outbox.written_at - (facts ->> 'due')::timestamptz)
                from event join outbox on outbox.tenant = event.tenant and outbox.key = event.stream_id::text order by 1""").stream()
                .map(seconds -> Double.parseDouble(seconds) * 1000)
                .toList();
        System.out.printf(
                "%,d watched, %d fell due over %d s: late p50 %.0f ms, p99 %.0f ms, most %.0f ms; early: %d%n",
                FUTURE,
                late.size(),
                PUNCTUAL_OVER.toSeconds(),
                late.get(late.size() / 2),
                late.get(late.size() * 99 / 100),
                late.getLast(),
                late.stream().filter(each -> each < 0).count());
        System.out.printf("most heap in use: %d MiB%n", mostHeap >> 20);
    }

    private void watchAll(Instant dueAt) {
        COUNCILS.forEach(council -> database.watch(council, "due", DUE / COUNCILS.size(), dueAt));
        database.execute("vacuum analyze deadline_watch");
    }

    private Timekeeper keepTime() {
        CouncilRegister register = new CouncilRegister(database.application());
        COUNCILS.forEach(council -> register.add(new Tenant(council)));
        Transactions transactions = new Transactions(database.application(), _ -> {});
        Directories directories = new Directories();
        MailIdentity noMail = new MailIdentity(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(MailConfiguration.class)
                .build()
                .getConfigMapping(MailConfiguration.class));
        ReminderSweep reminders = new ReminderSweep(new DueReminders(), new Telling(noMail), directories, transactions);
        Timekeeper timekeeper = new Timekeeper(
                new LapseSweep(new LapseStreams().store(), new DeadlineWatch(), directories, transactions),
                reminders,
                register,
                database.application());
        timekeeper.start(new StartupEvent());
        return timekeeper;
    }

    private void await(String table, int rows) throws InterruptedException {
        while (database.count(table, "true") < rows) {
            Thread.sleep(100);
            measureHeap();
        }
    }

    /** What this process and PostgreSQL's have used: a machine that others work on says more by it than by the clock. */
    private double processorSeconds() {
        return Stream.concat(Stream.of(ProcessHandle.current()), backends.postgres().processes().stream())
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    private void measureHeap() {
        Runtime runtime = Runtime.getRuntime();
        mostHeap = Math.max(mostHeap, runtime.totalMemory() - runtime.freeMemory());
    }

    /** The rates of the first, the middle and the last part, by the moments at which they were recorded. */
    private String parts() {
        return IntStream.of(0, (DUE - PART) / 2, DUE - PART)
                .mapToObj(from -> database.read("""
                        select %d / extract(epoch from max(recorded_at) - min(recorded_at))
                        from (select recorded_at from event order by recorded_at offset %d limit %d)""".formatted(PART, from, PART)).getFirst())
                .map(rate -> "%,.0f/s".formatted(Double.parseDouble(rate)))
                .collect(joining(", ", "; first, middle and last ten thousand: ", ""));
    }
}
