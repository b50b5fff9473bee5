package uk.concordat.system.faults;

import java.time.Duration;

/** F2: of two replicas of a service the one that works alone, as relay or timekeeper, is frozen past its lease, and wakes. */
final class FrozenService implements Fault {

    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final String service;

    FrozenService(String service) {
        this.service = service;
    }

    @Override
    public void strike(Scene scene) {
        String second = scene.stack().addReplica(service);
        try {
            Pause.of(UNDER_WAY);
            // The first has held the lease since before the second came.
            scene.stack().part(service).freeze();
            int before = scene.crowd().tally().acknowledged();
            Pause.of(scene.howLong());
            scene.note(
                    "acknowledged while " + service + " was frozen",
                    "%d",
                    scene.crowd().tally().acknowledged() - before);
            scene.stack().part(service).wake();
            Pause.of(UNDER_WAY);
        } finally {
            scene.stack().removeReplica(second);
        }
    }
}
