package uk.concordat.system.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The faults by their names. */
public enum NamedFault {
    F1(
            "kill-service",
            "kill -9 of one service or another, again and again, and while a week passes",
            8,
            KilledServices::new),
    F2("frozen", "a service frozen that then wakes, while a second replica goes on", 12, FrozenService::new),
    F3("broker-away", "the broker away", 20, BrokerAway::new),
    F4(
            "broker-killed",
            "kill -9 of the broker, again and again, and while a week passes",
            4,
            () -> new KilledBackend("kafka")),
    F5(
            "postgres-killed",
            "kill -9 of PostgreSQL, again and again, and while a week passes",
            4,
            () -> new KilledBackend("postgres")),
    F6("exhausted", "the connection pool exhausted, then the disk full", 6, Exhausted::new),
    F7("twice-delivered", "every record on its topic twice, and offsets rewound to 0", 1, TwiceDelivered::new),
    F8("out-of-order", "records of one key out of order", 3, OutOfOrder::new),
    F9("poison", "records that cannot be read", 1, Poison::new),
    F10("clock", "clocks an hour apart, summer time, a holiday proclaimed later", 1, Clocks::new),
    F11("same-case", "64 commands at one case at once", 1, ManyAtOneCase::new),
    F12("rebalanced", "consumer groups rebalanced every 2 s", 10, Rebalanced::new),
    F13(
            "long-transaction",
            "a transaction held open, and one in another database of the server",
            30,
            LongTransaction::new),
    F14("late-commits", "some appends commit 5 s late", 10, LateCommits::new),
    F15("rebuild-killed", "kill -9 while a view is made anew", 1, KilledRebuild::new),
    F16("two-versions", "what a newer build has written, in the store and on a topic", 1, TwoVersions::new),
    STORM("storm", "kill -9 of anything at any moment", 90, Storm::new);

    private final String word;
    private final String breaks;
    private final Duration shortForm;
    private final Supplier<Fault> fault;

    NamedFault(String word, String breaks, int seconds, Supplier<Fault> fault) {
        this.word = word;
        this.breaks = breaks;
        this.shortForm = Duration.ofSeconds(seconds);
        this.fault = fault;
    }

    public String word() {
        return word;
    }

    /** What breaks, in words. */
    public String breaks() {
        return breaks;
    }

    /** How long it is broken in its short form. */
    public Duration shortForm() {
        return shortForm;
    }

    Fault fault() {
        return fault.get();
    }

    /** By its number or its word. */
    static Optional<NamedFault> of(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(name) || fault.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
