package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import uk.concordat.system.Operator;
import uk.concordat.system.Portal;

/** F15: a view is made anew, and the service is killed meanwhile. The old one serves until the new one is there. */
final class KilledRebuild implements Fault {

    private static final String SERVICE = "enquiry-service";
    private static final String VIEW = "visible_enquiry";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration UNDER_WAY = Duration.ofMillis(300);

    @Override
    public void strike(Scene scene) {
        Kill kill = new Kill(scene.stack());
        Operator operator = new Operator(scene.stack(), scene.portal().council());
        long end = System.nanoTime() + scene.howLong().toNanos();
        int times = 0;
        do {
            int listed = listed(scene);
            answered(() -> operator.post(SERVICE, "views/" + VIEW + "/rebuild", ""), 202);
            Pause.of(scene.between(Duration.ZERO, UNDER_WAY));
            kill.of(SERVICE, Duration.ZERO);
            assertThat(listed(scene)).as("F15 the list while it is made anew").isGreaterThanOrEqualTo(listed);
            JsonNode rebuild = Awaitility.await("F15 made anew")
                    .atMost(SOON)
                    .until(
                            () -> rebuildOf(answered(() -> operator.get(SERVICE, "views"), 200)),
                            progress -> !progress.required("underWay").asBoolean());
            scene.note("made anew", "%d streams", rebuild.required("streams").asLong());
            times++;
        } while (System.nanoTime() < end);
        scene.note("rebuilds killed", "%d", times);
    }

    private static JsonNode rebuildOf(Operator.Told views) {
        for (JsonNode view : views.body().required("items")) {
            if (view.required("view").asText().equals(VIEW)) {
                return view.required("rebuild");
            }
        }
        throw new AssertionError("There is no view " + VIEW);
    }

    private static int listed(Scene scene) {
        Portal.Answer page = scene.portal().get("head-of-paid-service", SERVICE, "/enquiries?limit=200");
        assertThat(page.status()).as("F15 the list").isEqualTo(200);
        return page.body().required("items").size();
    }

    private static Operator.Told answered(Callable<Operator.Told> asking, int status) {
        return Awaitility.await("an operator's answer")
                .pollDelay(Duration.ZERO)
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(asking, told -> told.status() == status);
    }
}
