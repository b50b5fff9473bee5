package uk.concordat.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import uk.concordat.local.LocalStack;

/** A command over REST beside the raw twin, in interleaved rounds of one run. */
final class CommandsBench {

    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 8;
    private static final int WARM = 3_000;
    private static final Duration MOST_WARMING_UP = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(10);

    private final LocalStack stack;
    private final Server server;
    private final RawTwin raw;
    private final EnquiryLoad enquiries;
    private final ServiceCpu service;
    private final Duration during;
    private Duration used = Duration.ZERO;
    private long answered;

    CommandsBench(LocalStack stack, Server server, RawTwin raw, ServiceCpu service, Duration during) {
        this.stack = stack;
        this.server = server;
        this.raw = raw;
        this.enquiries = new EnquiryLoad(new Portal(stack, "city-of-london"));
        this.service = service;
        this.during = during;
    }

    void run() {
        warmUp();
        List<Round> valid = new ArrayList<>();
        say(
                "| round | others' share of the cores | R before, after | moved | received/s | of R | acknowledged/s | of R |");
        say("|---|---|---|---|---|---|---|---|");
        double before = raw.perSecond(during);
        for (int number = 1; valid.size() < ROUNDS; number++) {
            if (number > MOST_ROUNDS) {
                throw new BenchFailure(
                        "The raw twin moved by more than 30 % in %d of %d rounds: something else uses the machine. Run it when it is quiet."
                                .formatted(MOST_ROUNDS - valid.size(), MOST_ROUNDS));
            }
            double others = Machine.othersShare();
            Load receiving = measured(() -> enquiries.receive(during));
            Load acknowledging = measured(() -> enquiries.acknowledge(during));
            Load half = measured(() -> enquiries.acknowledgeAt(acknowledging.perSecond() / 2, during));
            double after = raw.perSecond(during);
            Round round = new Round(before, after, receiving, acknowledging, half);
            say(line(number, others, round));
            if (!round.isVoid()) {
                valid.add(round);
            }
            before = after;
        }
        report(valid);
    }

    /** The services' code is compiled while it runs, and the first commands would be measured uncompiled. */
    private void warmUp() {
        say("Warming up …");
        long enough = System.nanoTime() + MOST_WARMING_UP.toNanos();
        long commands = 0;
        while (commands < WARM && System.nanoTime() < enough) {
            commands += enquiries.receive(during).answered();
            commands += enquiries.acknowledge(during).answered();
        }
        raw.perSecond(Duration.ofSeconds(2));
    }

    /** Begins at rest and ends at rest: what a load leaves to be told is told before the next is measured. */
    private Load measured(Supplier<Load> measure) {
        stack.awaitRest(REST);
        server.checkpoint();
        Duration before = service.used();
        Load load = measure.get();
        used = used.plus(service.used().minus(before));
        answered += load.answered();
        stack.awaitRest(REST);
        return load;
    }

    private static String line(int number, double others, Round round) {
        return String.format(
                Locale.ROOT,
                "| %d%s | %.0f %% | %,.0f, %,.0f | %.0f %% | %,.0f | %.3f | %,.0f | %.3f |",
                number,
                round.isVoid() ? " void" : "",
                100 * others,
                round.rawBefore(),
                round.rawAfter(),
                100 * round.movement(),
                round.receiving().perSecond(),
                round.receivingRatio(),
                round.acknowledging().perSecond(),
                round.acknowledgingRatio());
    }

    private void report(List<Round> valid) {
        say("");
        say(String.format(
                Locale.ROOT,
                "Median ratio: a change of a case (acknowledgement) %.3f R; a new case (POST /enquiries) %.3f R; R = %,.0f transactions/s",
                median(valid, Round::acknowledgingRatio),
                median(valid, Round::receivingRatio),
                median(valid, Round::raw)));
        say(String.format(
                Locale.ROOT,
                "enquiry-service used %.2f ms of a processor for each command, what it did for Kafka meanwhile included",
                used.toNanos() / 1e6 / answered));
        say("");
        say("| command | load | p50 ms | p99 ms | requests |");
        say("|---|---|---|---|---|");
        say(latency("acknowledgement", "full, " + RawTwin.CLIENTS + " clients", valid, Round::acknowledging));
        say(latency("acknowledgement", "half of that", valid, Round::atHalfLoad));
        say(latency("POST /enquiries", "full, " + RawTwin.CLIENTS + " clients", valid, Round::receiving));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(
                rounds.stream().map(round -> figure.applyAsDouble(round)).toList());
    }

    private static String latency(String command, String load, List<Round> rounds, Function<Round, Load> part) {
        Histogram all = new Histogram(3);
        rounds.forEach(round -> all.add(part.apply(round).microseconds()));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %,d |",
                command,
                load,
                all.getValueAtPercentile(50) / 1000.0,
                all.getValueAtPercentile(99) / 1000.0,
                all.getTotalCount());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
