package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import uk.concordat.local.LocalStack;
import uk.concordat.system.Invariants;
import uk.concordat.system.Ledger;
import uk.concordat.system.Portal;

/** One fault after another on one stack: people at work, something breaks, all comes to rest, and the ledger is compared. */
public final class Rounds {

    private static final String COUNCIL = "city-of-london";
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final Duration REST = Duration.ofSeconds(120);
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final int ASKED_AGAIN = 30;

    private final Portal portal;
    private final Ledger ledger;
    private final Random random;
    private final Invariants invariants;

    /** @param seed from which all that is left to chance follows, but for what time does */
    public Rounds(LocalStack stack, Ledger ledger, long seed) {
        this.portal = new Portal(stack, COUNCIL, TIMEOUT);
        this.ledger = ledger;
        this.random = new Random(seed);
        this.invariants = new Invariants(stack, ledger, COUNCIL);
    }

    /** Does it, and says what came of it, whether or not all is as it must be. */
    Finding find(NamedFault named, Duration howLong) {
        long began = System.nanoTime();
        Crowd crowd = new Crowd(portal, ledger, random, Crowd.Size.USUAL);
        Scene scene = new Scene(portal, ledger, crowd, random, howLong);
        Optional<String> violated;
        try {
            round(named.fault(), scene);
            violated = Optional.empty();
        } catch (AssertionError | RuntimeException violation) {
            violated = Optional.of(String.valueOf(violation.getMessage()));
        }
        return new Finding(
                named, Duration.ofNanos(System.nanoTime() - began), crowd.tally(), scene.figures(), violated);
    }

    /** Does some in their short forms, at the same time; what is not as it must be is thrown. */
    void hold(List<NamedFault> together) {
        Duration longest = together.stream()
                .map(NamedFault::shortForm)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Scene scene = new Scene(portal, ledger, new Crowd(portal, ledger, random, Crowd.Size.USUAL), random, longest);
        round(new Together(together), scene);
        System.out.printf("%s: %s; %s%n", together, scene.crowd().tally(), scene.figures());
    }

    private void round(Fault fault, Scene scene) {
        scene.crowd().begin();
        try {
            Pause.of(WARM);
            fault.strike(scene);
        } catch (AssertionError | RuntimeException failure) {
            scene.crowd().dismiss();
            throw failure;
        }
        scene.crowd().end();
        long began = System.nanoTime();
        scene.stack().awaitRest(REST);
        scene.note("at rest after", "%.1f s", (System.nanoTime() - began) / 1e9);
        fault.check(scene);
        // What nobody has answered yet would lapse in rounds to come.
        scene.crowd().answerWhatWasLeftLying();
        theSameAskedAgainIsAnsweredTheSame();
        invariants.hold(REST);
    }

    /** Some of what was acknowledged, now or in rounds before, is sent again as it was. */
    private void theSameAskedAgainIsAnsweredTheSame() {
        List<Ledger.Settled> sample = new ArrayList<>(ledger.settled());
        Collections.shuffle(sample, random);
        sample.stream().limit(ASKED_AGAIN).forEach(settled -> {
            Portal.Answer again = Awaitility.await(
                            "an answer to " + settled.request().path())
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> portal.once(settled.request()), answer -> answer.status() != 503);
            assertThat(again.status()).as("status of %s asked again", settled).isEqualTo(settled.status());
            // Of the address, the port is that of the replica which answers.
            assertThat(again.location().map(Rounds::path))
                    .as("location of %s asked again", settled)
                    .isEqualTo(settled.location().map(Rounds::path));
            assertThat(again.etag()).as("ETag of %s asked again", settled).isEqualTo(settled.etag());
            assertThat(again.text("/id")).isEqualTo(settled.enquiry().toString());
        });
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }
}
