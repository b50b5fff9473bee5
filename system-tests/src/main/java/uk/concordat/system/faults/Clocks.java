package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.concordat.system.MemberServices;
import uk.concordat.system.Portal;
import uk.concordat.system.Stored;

/**
 * F10, over the days on which summer time begins or ends: a deadline lapses while its owner's clock is an hour behind; the timekeeper's goes
 * back an hour; and a day on which others are due is proclaimed a holiday, while who must move them is killed.
 */
final class Clocks implements Fault {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final int SOME = 4;
    private static final String ANY_OFFICER = "officer-1";

    @Override
    public void strike(Scene scene) {
        Pause.of(UNDER_WAY);
        scene.crowd().end();
        scene.rest();
        justBeforeTheClocksChange(scene);
        List<Portal.Answer> missed = ask(scene);
        lapseWhileTheOwnersClockIsBehind(scene, missed);
        goBackAnHour(scene);
        List<Portal.Answer> moved = ask(scene);
        proclaim(scene, moved);
        for (Portal.Answer each : Stream.concat(missed.stream(), moved.stream()).toList()) {
            scene.ledger()
                    .note(
                            scene.portal().act(ANY_OFFICER, each, "response", Map.of("text", "At last.")),
                            "enquiry-answered");
        }
    }

    private static void justBeforeTheClocksChange(Scene scene) {
        Instant now = scene.stack().clock().now();
        Instant change = LONDON.getRules().nextTransition(now).getInstant();
        Instant before = change.minus(Duration.ofDays(3));
        if (before.isAfter(now)) {
            scene.stack().clock().moveTo(before);
        }
        scene.note("clocks change", "%s", change);
    }

    private static void lapseWhileTheOwnersClockIsBehind(Scene scene, List<Portal.Answer> enquiries) {
        Instant due = Instant.parse(deadline(enquiries.getFirst(), "acknowledgement")
                .required("dueAt")
                .asText());
        scene.stack().clock().moveTo(due.minus(HALF_AN_HOUR));
        scene.rest();
        shift(scene.stored(), "enquiry", "- interval '30 minutes'");
        shift(scene.stored(), "council", "+ interval '31 minutes'");
        shift(scene.stored(), "notification", "+ interval '31 minutes'");
        scene.rest();
        assertThat(enquiries.stream().map(enquiry -> scene.portal().enquiry(ANY_OFFICER, enquiry)))
                .as("F10 missed by the timekeeper's clock while the owner's is behind")
                .allSatisfy(enquiry -> assertThat(deadline(enquiry, "acknowledgement")
                                .required("status")
                                .asText())
                        .isEqualTo("missed"));
    }

    private static void goBackAnHour(Scene scene) {
        shift(scene.stored(), "notification", "- interval '1 hour'");
        Pause.of(UNDER_WAY);
        scene.rest();
        // To one time for all again, a little later than the furthest.
        scene.stack().clock().moveTo(scene.stack().clock().now().plus(Duration.ofMinutes(1)));
    }

    private static void proclaim(Scene scene, List<Portal.Answer> enquiries) {
        String day = deadline(enquiries.getFirst(), "full-response")
                .required("dueOn")
                .asText();
        Kill kill = new Kill(scene.stack());
        Thread killer = Thread.ofVirtual().start(() -> kill.of("enquiry-service", Duration.ZERO));
        new MemberServices(scene.stack(), scene.portal(), scene.portal().council())
                .proclaim(
                        Map.of("day", day, "why", "Bank holiday by proclamation", "source", "Royal proclamation"), 201);
        join(killer);
        scene.rest();
        List<Stored.Event> moves = scene
                .stored()
                .events("enquiry", "enquiry", scene.portal().council())
                .stream()
                .filter(event -> event.type().equals("deadline-moved"))
                .toList();
        for (Portal.Answer enquiry : enquiries) {
            JsonNode now = deadline(scene.portal().enquiry(ANY_OFFICER, enquiry), "full-response");
            assertThat(now.required("dueOn").asText()).as("F10 moved").isGreaterThan(day);
            assertThat(moves.stream()
                            .filter(move -> move.fact("deadlineId")
                                    .equals(now.required("id").asText())))
                    .as("F10 moved once, with an event")
                    .hasSize(1);
        }
        scene.note("proclaimed", "%s: %d deadlines moved once each", day, enquiries.size());
    }

    private static List<Portal.Answer> ask(Scene scene) {
        return IntStream.range(0, SOME)
                .mapToObj(_ -> scene.ledger()
                        .note(
                                scene.portal().post("member-red-1", "/enquiries", Portal.asked(ANY_OFFICER, "portal")),
                                "enquiry-received"))
                .toList();
    }

    private static JsonNode deadline(Portal.Answer enquiry, String kind) {
        Optional<JsonNode> found = StreamSupport.stream(
                        enquiry.body().required("deadlines").spliterator(), false)
                .filter(deadline -> deadline.required("kind").asText().equals(kind))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("No deadline of the kind " + kind));
    }

    private static void shift(Stored stored, String database, String by) {
        stored.execute(database, "update clock_offset set shift = shift " + by);
    }

    private static void join(Thread killer) {
        try {
            killer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
