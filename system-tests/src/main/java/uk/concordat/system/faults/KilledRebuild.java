package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import uk.concordat.system.Operator;
import uk.concordat.system.Portal;

/**
 * F15: a view is made anew, and the service is killed when it is half done, where an append that does not end holds it up.
 * The old one serves until the new one is there.
 */
final class KilledRebuild implements Fault {

    private static final String SERVICE = "enquiry-service";
    private static final String VIEW = "visible_enquiry";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Override
    public void strike(Scene scene) {
        Kill kill = new Kill(scene.stack());
        Operator operator = new Operator(scene.stack(), scene.portal().council());
        long end = System.nanoTime() + scene.howLong().toNanos();
        int times = 0;
        do {
            int listed = listed(scene);
            try (Connection append = scene.stored().connect("enquiry")) {
                append.setAutoCommit(false);
                holdHalfWay(append, scene.portal().council());
                answered(() -> operator.post(SERVICE, "views/" + VIEW + "/rebuild", ""), 202);
                JsonNode half = awaitRebuild(
                        "F15 half done",
                        operator,
                        progress -> progress.required("streams").asLong() > 0);
                assertThat(half.required("underWay").asBoolean())
                        .as("F15 half done")
                        .isTrue();
                kill.of(SERVICE, Duration.ZERO);
                assertThat(listed(scene))
                        .as("F15 the list while it is made anew")
                        .isGreaterThanOrEqualTo(listed);
                append.rollback();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            JsonNode rebuild = awaitRebuild("F15 made anew", operator, progress -> {
                assertThat(listed(scene))
                        .as("F15 the list while it is made anew")
                        .isGreaterThanOrEqualTo(listed);
                return !progress.required("underWay").asBoolean();
            });
            assertThat(listed(scene)).as("F15 the list made anew").isGreaterThanOrEqualTo(listed);
            scene.note("made anew", "%d streams", rebuild.required("streams").asLong());
            times++;
        } while (System.nanoTime() < end);
        scene.note("rebuilds killed", "%d", times);
    }

    /** As an append does, of the case in the middle: until its transaction ends, nobody makes the rows of that case. */
    private static void holdHalfWay(Connection append, String council) throws SQLException {
        try (Statement lock = append.createStatement()) {
            lock.execute("""
                    select pg_advisory_xact_lock_shared(hashtextextended(tenant || '/enquiry/' || id, 0)) from (
                      select tenant, id from visible_enquiry where tenant = '%1$s' order by id
                      offset (select count(*) / 2 from visible_enquiry where tenant = '%1$s') limit 1) middle""".formatted(council));
        }
    }

    private static JsonNode awaitRebuild(String what, Operator operator, Predicate<JsonNode> is) {
        return Awaitility.await(what)
                .atMost(SOON)
                .until(() -> rebuildOf(answered(() -> operator.get(SERVICE, "views"), 200)), is);
    }

    private static JsonNode rebuildOf(Operator.Told views) {
        for (JsonNode view : views.body().required("items")) {
            if (view.required("view").asText().equals(VIEW)) {
                return view.required("rebuild");
            }
        }
        throw new AssertionError("There is no view " + VIEW);
    }

    /** How many the list holds, page by page to its end. */
    private static int listed(Scene scene) {
        int listed = 0;
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Portal.Answer page =
                    scene.portal().get("head-of-paid-service", SERVICE, "/enquiries?limit=200" + after.get());
            assertThat(page.status()).as("F15 the list").isEqualTo(200);
            listed += page.body().required("items").size();
            after = Optional.ofNullable(page.body().path("next").textValue()).map("&after="::concat);
        }
        return listed;
    }

    private static Operator.Told answered(Callable<Operator.Told> asking, int status) {
        return Awaitility.await("an operator's answer")
                .pollDelay(Duration.ZERO)
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(asking, told -> told.status() == status);
    }
}
