package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import uk.concordat.local.StackFailure;
import uk.concordat.system.Portal;

/** A week goes by while something breaks: what nobody acknowledged has been missed, and is answered late. */
final class AWeek {

    private static final Duration WEEK = Duration.ofDays(7);

    void passes(Scene scene, Runnable breaking) {
        goBy(scene, breaking);
        List<Portal.Answer> lying = scene.crowd().leftLying().stream()
                .map(enquiry -> scene.portal().enquiry("head-of-paid-service", enquiry))
                .toList();
        assertThat(lying)
                .as("what nobody acknowledged in a week")
                .allSatisfy(enquiry -> assertThat(acknowledgement(enquiry)).isEqualTo("missed"));
        assertThat(scene.crowd().answerWhatWasLeftLying())
                .as("what was answered after a week")
                .allSatisfy(enquiry -> {
                    assertThat(acknowledgement(enquiry)).isEqualTo("met-late");
                    assertThat(answer(enquiry)).isEqualTo("met");
                });
        assertThat(scene.crowd().answered())
                .as("what was acknowledged and answered at once")
                .allSatisfy(enquiry -> {
                    assertThat(acknowledgement(enquiry)).isEqualTo("met");
                    assertThat(answer(enquiry)).isEqualTo("met");
                });
        scene.note("missed in the week", "%d", lying.size());
    }

    /** Whoever moves the clock moves it on until all have come to rest. */
    private static void goBy(Scene scene, Runnable breaking) {
        Instant aWeekOn = scene.stack().clock().now().plus(WEEK);
        var walk = CompletableFuture.supplyAsync(() -> scene.stack().clock().moveTo(aWeekOn));
        breaking.run();
        try {
            walk.orTimeout(180, TimeUnit.SECONDS).join();
        } catch (CompletionException interrupted) {
            // The database was killed under the walk, and the walk says so.
            assertThat(interrupted).hasCauseInstanceOf(StackFailure.class);
        }
        if (scene.stack().clock().now().isBefore(aWeekOn)) {
            scene.stack().clock().moveTo(aWeekOn);
        }
        scene.rest();
    }

    private static String acknowledgement(Portal.Answer enquiry) {
        return status(enquiry, "acknowledgement");
    }

    private static String answer(Portal.Answer enquiry) {
        return status(enquiry, "full-response");
    }

    private static String status(Portal.Answer enquiry, String kind) {
        for (JsonNode deadline : enquiry.body().required("deadlines")) {
            if (deadline.required("kind").asText().equals(kind)) {
                return deadline.required("status").asText();
            }
        }
        throw new AssertionError("No deadline of the kind " + kind);
    }
}
