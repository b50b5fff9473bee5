package uk.concordat.system.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import uk.concordat.local.LocalStack;
import uk.concordat.system.Ledger;
import uk.concordat.system.Portal;
import uk.concordat.system.Stored;

/** Where a fault happens: a stack, people at work on it, and a note of what is measured. */
final class Scene {

    private static final Duration REST = Duration.ofSeconds(90);

    private final Portal portal;
    private final Ledger ledger;
    private final Crowd crowd;
    private final RandomGenerator random;
    private final Duration howLong;
    private final Map<String, String> figures;

    Scene(Portal portal, Ledger ledger, Crowd crowd, RandomGenerator random, Duration howLong) {
        this(portal, ledger, crowd, random, howLong, Collections.synchronizedMap(new LinkedHashMap<>()));
    }

    private Scene(
            Portal portal,
            Ledger ledger,
            Crowd crowd,
            RandomGenerator random,
            Duration howLong,
            Map<String, String> figures) {
        this.portal = portal;
        this.ledger = ledger;
        this.crowd = crowd;
        this.random = random;
        this.howLong = howLong;
        this.figures = figures;
    }

    /** The same, for another time. */
    Scene lasting(Duration another) {
        return new Scene(portal, ledger, crowd, random, another, figures);
    }

    LocalStack stack() {
        return portal.stack();
    }

    Portal portal() {
        return portal;
    }

    Ledger ledger() {
        return ledger;
    }

    Crowd crowd() {
        return crowd;
    }

    /** More people, and more patient ones, for as long as the fault wants them. */
    Crowd anotherCrowd(Crowd.Size size) {
        return new Crowd(new Portal(portal.stack(), portal.council()), ledger, random, size);
    }

    /** A topic of the council, such as {@code enquiries}. */
    RawTopic topic(String channel) {
        return new RawTopic("concordat." + portal.council() + "." + channel, stack().bootstrapServers());
    }

    RawTopic deadLetters(String service) {
        return new RawTopic("concordat.dead-letters." + service, stack().bootstrapServers());
    }

    RandomGenerator random() {
        return random;
    }

    Stored stored() {
        return new Stored(stack());
    }

    /** How long it is to be broken, or to be broken again and again. */
    Duration howLong() {
        return howLong;
    }

    void note(String name, String figure, Object... values) {
        figures.put(name, figure.formatted(values));
    }

    Map<String, String> figures() {
        return figures;
    }

    void rest() {
        stack().awaitRest(REST);
    }

    /** A moment between the least and the most. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }
}
