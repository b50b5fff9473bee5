package uk.concordat.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** F1: each of the services in turn, in an order of chance, again and again; then one of them while a week passes. */
final class KilledServices implements Fault {

    private static final List<String> SERVICES = List.of("enquiry-service", "notification-service", "council-service");
    private static final Duration LEAST = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofMillis(1500);

    private final AWeek week = new AWeek();

    @Override
    public void strike(Scene scene) {
        Kill kill = new Kill(scene.stack());
        long end = System.nanoTime() + scene.howLong().toNanos();
        do {
            List<String> services = new ArrayList<>(SERVICES);
            Collections.shuffle(services, new java.util.Random(scene.random().nextLong()));
            for (String service : services) {
                Pause.of(scene.between(LEAST, MOST));
                kill.of(service, Duration.ZERO);
            }
        } while (System.nanoTime() < end);
        scene.note("ready again", kill.readyAgain());
    }

    @Override
    public void check(Scene scene) {
        Kill kill = new Kill(scene.stack());
        week.passes(scene, () -> SERVICES.forEach(service -> kill.of(service, Duration.ZERO)));
    }
}
