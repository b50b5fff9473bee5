package uk.concordat.system.faults;

import java.time.Duration;
import java.util.List;

/** F1: one service or another at a moment of chance, again and again under load; all beside each other; and each while a week passes. */
final class KilledServices implements Fault {

    private static final List<String> SERVICES = List.of("enquiry-service", "notification-service", "council-service");
    private static final Duration WITHIN = Duration.ofSeconds(3);

    @Override
    public void strike(Scene scene) {
        Kill alone = new Kill(scene.stack());
        long end = System.nanoTime() + scene.howLong().toNanos();
        do {
            Pause.of(scene.between(Duration.ZERO, WITHIN));
            alone.of(SERVICES.get(scene.random().nextInt(SERVICES.size())), Duration.ZERO);
        } while (System.nanoTime() < end);
        scene.note("ready again alone", alone.readyAgain());
        Kill together = new Kill(scene.stack());
        together.each(SERVICES, () -> scene.between(Duration.ZERO, WITHIN));
        scene.note("ready again beside the others", together.readyAgain());
    }

    @Override
    public void check(Scene scene) {
        Kill kill = new Kill(scene.stack());
        new AWeek().passes(scene, () -> kill.each(SERVICES, () -> scene.between(Duration.ZERO, WITHIN)));
    }
}
