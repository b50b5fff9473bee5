package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** F4 and F5: what the services stand on is killed under them, and they go on with what comes back, as they are. */
final class KilledBackend implements Fault {

    private static final List<String> SERVICES = List.of("enquiry-service", "notification-service", "council-service");

    private final String backend;

    KilledBackend(String backend) {
        this.backend = backend;
    }

    @Override
    public void strike(Scene scene) {
        Map<String, List<Long>> services = pids(scene);
        Kill kill = new Kill(scene.stack());
        List<Double> reconnected = new ArrayList<>();
        long end = System.nanoTime() + scene.howLong().toNanos();
        do {
            Pause.of(scene.between(Duration.ofMillis(500), Duration.ofMillis(2000)));
            kill.of(backend, Duration.ZERO);
            reconnected.add(untilAllAreReady(scene));
        } while (System.nanoTime() < end);
        scene.note(backend + " ready again", kill.readyAgain());
        scene.note(
                "services ready after that",
                "longest %.1f s",
                reconnected.stream().mapToDouble(each -> each).max().orElse(0));
        assertThat(pids(scene)).as("services that were started again").isEqualTo(services);
    }

    @Override
    public void check(Scene scene) {
        Kill kill = new Kill(scene.stack());
        new AWeek().passes(scene, () -> kill.of(backend, Duration.ZERO));
    }

    private static double untilAllAreReady(Scene scene) {
        long began = System.nanoTime();
        Awaitility.await("services ready")
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(() -> SERVICES.stream()
                        .allMatch(service -> scene.stack().part(service).isReady()));
        return (System.nanoTime() - began) / 1e9;
    }

    private static Map<String, List<Long>> pids(Scene scene) {
        Map<String, List<Long>> pids = new HashMap<>();
        SERVICES.forEach(
                service -> pids.put(service, scene.stack().part(service).pids()));
        return pids;
    }
}
