package uk.concordat.system.faults;

import java.time.Duration;
import java.util.List;

/** A storm of kills: anything, at any moment, two things at once now and then. */
final class Storm implements Fault {

    private static final List<String> PARTS =
            List.of("enquiry-service", "notification-service", "council-service", "postgres", "kafka", "mail");
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofMillis(3000);

    @Override
    public void strike(Scene scene) {
        Kill kill = new Kill(scene.stack());
        long end = System.nanoTime() + scene.howLong().toNanos();
        do {
            Pause.of(scene.between(LEAST, MOST));
            String first = any(scene);
            String second = any(scene);
            scene.stack().kill(first);
            if (scene.random().nextInt(3) == 0) {
                scene.stack().kill(second);
            }
            Pause.of(scene.between(Duration.ZERO, LEAST.multipliedBy(10)));
            // What everything stands on comes first, as it would where each is supervised by itself.
            PARTS.reversed().stream()
                    .filter(part -> !scene.stack().isRunning(part))
                    .forEach(kill::start);
        } while (System.nanoTime() < end);
        scene.note("killed", "%d times; ready again: %s", kill.count(), kill.readyAgain());
    }

    @Override
    public void check(Scene scene) {
        Kill kill = new Kill(scene.stack());
        new AWeek().passes(scene, () -> kill.of(any(scene), Duration.ZERO));
    }

    private static String any(Scene scene) {
        return PARTS.get(scene.random().nextInt(PARTS.size()));
    }
}
