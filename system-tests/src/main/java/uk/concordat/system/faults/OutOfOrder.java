package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** F8: of new subjects the third record comes first, then the second: both are held until the first is there. */
final class OutOfOrder implements Fault {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public void strike(Scene scene) {
        Waiting waiting = new Waiting(scene.stored());
        long end = System.nanoTime() + scene.howLong().toNanos();
        int subjects = 0;
        do {
            Stranger stranger = Stranger.ofAnAnsweredEnquiry(scene);
            RawTopic topic = scene.topic("enquiries");
            topic.put(List.of(stranger.record(3), stranger.record(2)));
            Awaitility.await("F8 both held")
                    .atMost(SOON)
                    .until(() -> waiting.heldOf(stranger.subject()), held -> held == 2);
            assertThat(waiting.effectsOf(stranger.subject()))
                    .as("F8 applied over a hole")
                    .isZero();
            topic.put(List.of(stranger.record(1)));
            Awaitility.await("F8 all taken in")
                    .atMost(SOON)
                    .until(() -> waiting.lastTakenOf(stranger.subject()), last -> last == 3);
            assertThat(waiting.heldOf(stranger.subject())).as("F8 still held").isZero();
            assertThat(waiting.effectsOf(stranger.subject()))
                    .as("F8 deadlines of it")
                    .isPositive();
            subjects++;
        } while (System.nanoTime() < end);
        scene.note("out of order", "%d subjects, each held until its first record came", subjects);
    }
}
