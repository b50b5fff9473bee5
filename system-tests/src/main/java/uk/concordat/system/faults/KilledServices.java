package uk.concordat.system.faults;

import java.time.Duration;
import java.util.List;

/** F1: each of the services at a moment of chance, again and again under load; and each while a week passes. */
final class KilledServices implements Fault {

    private static final List<String> SERVICES = List.of("enquiry-service", "notification-service", "council-service");
    private static final Duration WITHIN = Duration.ofSeconds(3);

    @Override
    public void strike(Scene scene) {
        Kill kill = new Kill(scene.stack());
        long end = System.nanoTime() + scene.howLong().toNanos();
        do {
            kill.each(SERVICES, () -> scene.between(Duration.ZERO, WITHIN));
        } while (System.nanoTime() < end);
        scene.note("ready again", kill.readyAgain());
    }

    @Override
    public void check(Scene scene) {
        Kill kill = new Kill(scene.stack());
        new AWeek().passes(scene, () -> kill.each(SERVICES, () -> scene.between(Duration.ZERO, WITHIN)));
    }
}
