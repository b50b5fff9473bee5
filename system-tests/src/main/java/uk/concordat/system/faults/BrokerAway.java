package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** F3: the broker is away for a while. Commands go on, and what they have to say waits in the database. */
final class BrokerAway implements Fault {

    private static final List<String> RELAYS = List.of("enquiry-service", "notification-service");

    @Override
    public void strike(Scene scene) {
        String memoryBefore = memory(scene);
        scene.stack().stop("kafka");
        int refusedBefore = scene.crowd().tally().notNow();
        int before = scene.crowd().tally().acknowledged();
        Pause.of(scene.howLong());
        int came = scene.crowd().tally().acknowledged() - before;
        int refused = scene.crowd().tally().notNow() - refusedBefore;
        long unsent = unsent(scene);
        scene.note(
                "memory",
                "%s before, %s after %d s",
                memoryBefore,
                memory(scene),
                scene.howLong().toSeconds());
        new Kill(scene.stack()).start("kafka");
        drain(scene, unsent, came);

        assertThat(came).as("F3 acknowledged while the broker was away").isPositive();
        assertThat(refused).as("F3 commands refused while the broker was away").isZero();
        assertThat(unsent).as("F3 messages that waited").isPositive();
    }

    /** How fast it is told, while more comes all the time. */
    private static void drain(Scene scene, long unsent, int came) {
        long began = System.nanoTime();
        while (unsent(scene) > unsent / 10) {
            Pause.of(Duration.ofMillis(20));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        scene.note(
                "backlog",
                "%d messages came at %.0f a second and 9 of 10 went in %.2f s, at %.0f a second",
                unsent,
                (double) came / scene.howLong().toSeconds(),
                seconds,
                0.9 * unsent / seconds);
    }

    private static long unsent(Scene scene) {
        return scene.stored().count("enquiry", "outbox");
    }

    private static String memory(Scene scene) {
        return RELAYS.stream()
                .map(service ->
                        service + " " + scene.stack().part(service).memory().orElse(0) + " MiB")
                .collect(Collectors.joining(", "));
    }
}
