package uk.concordat.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * F2: of two replicas of a service, which one is a matter of chance, the first is frozen past its lease as relay or timekeeper, and past its
 * membership among the consumers; the second goes on, and the first wakes.
 */
final class FrozenService implements Fault {

    private static final List<String> SERVICES = List.of("enquiry-service", "notification-service");
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    private static final String HOLDERS = "select name || ' ' || holder from lease order by name";

    @Override
    public void strike(Scene scene) {
        String service = SERVICES.get(scene.random().nextInt(SERVICES.size()));
        String second = scene.stack().addReplica(service);
        try {
            Pause.of(UNDER_WAY);
            List<String> holders = holders(scene, service);
            scene.stack().part(service).freeze();
            int before = scene.crowd().tally().acknowledged();
            Pause.of(scene.howLong());
            List<String> passedOn = new ArrayList<>(holders(scene, service));
            passedOn.removeAll(holders);
            scene.stack().part(service).wake();
            scene.note("frozen", "%s for %d s", service, scene.howLong().toSeconds());
            scene.note(
                    "meanwhile",
                    "%d acknowledged; %d of %d leases went to the second",
                    scene.crowd().tally().acknowledged() - before,
                    passedOn.size(),
                    holders.size());
            Pause.of(UNDER_WAY);
        } finally {
            // To one that is awake it says nothing.
            scene.stack().part(service).wake();
            scene.stack().removeReplica(second);
        }
    }

    private static List<String> holders(Scene scene, String service) {
        return scene.stored().rows(service.replaceFirst("-service$", ""), HOLDERS, row -> row.getString(1));
    }
}
