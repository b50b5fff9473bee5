package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import uk.concordat.system.Portal;

/** F16: a newer build has written what this one does not know, into the store and onto a topic. It waits, and others go on. */
final class TwoVersions implements Fault {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NEWER = """
            insert into event (tenant, stream_type, stream_id, version, event_id, type, schema_version, facts, personal,
              sequence, recorded_at)
            select tenant, stream_type, stream_id, version + 1, gen_random_uuid(), 'of-a-newer-build', 1, '{}', '{}', sequence,
              recorded_at
            from event where stream_id = '%1$s' order by version desc limit 1""";

    @Override
    public void strike(Scene scene) {
        inTheStore(scene);
        onTheTopic(scene);
    }

    private static void inTheStore(Scene scene) {
        Portal.Answer enquiry = scene.ledger()
                .note(
                        scene.portal().post("member-red-1", "/enquiries", Portal.asked("officer-1", "portal")),
                        "enquiry-received");
        String path = "/enquiries/" + enquiry.text("/id");
        Portal.Request acknowledgement = scene.portal()
                .request(
                        "officer-1",
                        "enquiry-service",
                        path + "/acknowledgement",
                        enquiry.etag(),
                        Map.of("text", "Thanks."));
        scene.stored().execute("enquiry", NEWER.formatted(enquiry.text("/id")));
        int others = scene.crowd().tally().acknowledged();
        try {
            assertThat(once(scene, acknowledgement).text("/code"))
                    .as("F16 a command at what a newer build has written")
                    .isEqualTo("written-by-a-newer-version");
            Awaitility.await("F16 others go on")
                    .atMost(SOON)
                    .until(() -> scene.crowd().tally().acknowledged() > others);
        } finally {
            scene.stored().execute("enquiry", "delete from event where type = 'of-a-newer-build'");
        }
        scene.ledger().note(once(scene, acknowledgement), "enquiry-acknowledged");
        scene.ledger()
                .note(
                        scene.portal().act("officer-1", enquiry, "response", Map.of("text", "On Friday.")),
                        "enquiry-answered");
    }

    private static void onTheTopic(Scene scene) {
        Waiting waiting = new Waiting(scene.stored());
        RawTopic topic = scene.topic("enquiries");
        Stranger stranger = Stranger.ofAnAnsweredEnquiry(scene);
        topic.put(List.of(
                stranger.record(1),
                stranger.record(
                        2,
                        "uk.concordat.enquiry.of-a-newer-build.v1",
                        stranger.record(2).value()),
                stranger.record(3)));
        Awaitility.await("F16 held").atMost(SOON).until(() -> waiting.heldOf(stranger.subject()), held -> held == 2);
        assertThat(waiting.lastTakenOf(stranger.subject()))
                .as("F16 passed over")
                .isEqualTo(1);
        scene.note("held on the topic", "%s", waiting.causeOf(stranger.subject()));
        topic.put(List.of(stranger.record(2)));
        Awaitility.await("F16 goes on")
                .atMost(SOON)
                .until(() -> waiting.lastTakenOf(stranger.subject()), last -> last == 3);
    }

    private static Portal.Answer once(Scene scene, Portal.Request request) {
        try {
            return scene.portal().once(request);
        } catch (IOException noAnswer) {
            throw new AssertionError("F16 no answer", noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
