package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.DocumentsSeen;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** What stands last on the compacted topic is the current document, whatever is sent late or lost. */
@QuarkusTest
class SentAgainTest extends OfCalendars {

    @Inject
    Event<DocumentsSeen> seen;

    @Test
    void an_old_document_that_comes_after_the_newer_one_is_followed_by_the_current_one_once() {
        List<Topic.Lying> before = proclaimedTwice("stale");
        Topic.Lying old = before.get(before.size() - 2);
        Topic.Lying current = before.getLast();

        topic.send(Topics.COUNCILS, old.key(), old.headers(), old.value());

        eventually().until(() -> profiles("stale").size() == before.size() + 2);
        assertThat(profiles("stale").getLast().headers()).isEqualTo(current.headers());
        assertThat(profiles("stale").getLast().value()).isEqualTo(current.value());
        awaitSeen("stale", profiles("stale").getLast().offset());
        assertThat(profiles("stale")).as("none follows on what was sent again").hasSize(before.size() + 2);
    }

    @Test
    void old_documents_are_nothing_strange_while_the_topic_is_read_once_more_from_its_beginning() {
        List<Topic.Lying> before = proclaimedTwice("told-again");

        before.forEach(record -> see("told-again", sequence(record), record.offset()));

        assertThat(profiles("told-again")).hasSameSizeAs(before);
    }

    @Test
    void the_current_document_is_sent_once_and_not_for_ever_behind_a_version_that_never_was() {
        List<Topic.Lying> before = proclaimedTwice("never-was");
        long end = before.getLast().offset();

        see("never-was", 900_000, end + 1);
        see("never-was", sequence(before.getLast()), end + 2);

        eventually().until(() -> ServiceUnderTest.count("outbox", "tenant = 'never-was'") == 0);
        assertThat(profiles("never-was")).hasSameSizeAs(before);
    }

    @Test
    void of_a_council_whose_topic_was_lost_the_current_documents_are_sent_again() {
        List<Topic.Lying> before = proclaimedTwice("told-again");
        long subjects = documents("told-again").stream()
                .map(Topic.Lying::key)
                .distinct()
                .count();
        int all = documents("told-again").size();

        asOperator()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"The topic was lost.\"}")
                .post("/operations/told-again/republication")
                .then()
                .statusCode(202);

        eventually().until(() -> documents("told-again").size() == all + subjects);
        assertThat(profiles("told-again").getLast().headers())
                .isEqualTo(before.getLast().headers());
        asOperator()
                .post("/operations/told-again/verification")
                .then()
                .statusCode(200)
                .body("sound", equalTo(true))
                .body("stores[0].streams", equalTo(1));
    }

    /** The council's profile is seen on the topic, in a version and at an offset. */
    private void see(String council, long version, long offset) {
        seen.fire(new DocumentsSeen(
                new Tenant(council), List.of(new DocumentsSeen.Seen("council/" + council, version, offset))));
    }

    /** A council of which two days have been proclaimed, so that its profile has been published three times. */
    private List<Topic.Lying> proclaimedTwice(String council) {
        if (events(council) == 0) {
            loaded(council);
            proclaim(council, CLERK, day("2027-01-04")).then().statusCode(201);
            proclaim(council, CLERK, day("2027-01-05")).then().statusCode(201);
        }
        List<Topic.Lying> profiles = profiles(council);
        awaitSeen(council, profiles.getLast().offset());
        return profiles;
    }

    private static long sequence(Topic.Lying record) {
        return Long.parseLong(record.headers().getOrDefault("ce_sequence", ""));
    }

    private static void awaitSeen(String council, long offset) {
        eventually()
                .until(() -> ServiceUnderTest.count(
                                "seen_document",
                                "subject = 'council/%s' and at_offset >= %d".formatted(council, offset))
                        == 1);
    }

    private List<Topic.Lying> profiles(String council) {
        return documents(council).stream()
                .filter(record -> ("council/" + council).equals(record.key()))
                .toList();
    }
}
