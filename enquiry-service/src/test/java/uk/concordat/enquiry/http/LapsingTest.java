package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** The clock says on its topic that a deadline has lapsed; the enquiry answers breached or spared. */
@QuarkusTest
class LapsingTest extends OverHttp {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T00:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    KafkaClientService kafka;

    @Test
    @Rule("COL-28")
    void a_lapse_of_an_open_deadline_is_a_breach_and_is_told() {
        Response received = received();
        ServiceUnderTest.clock(NEW_YEARS_EVE);

        lapse(received, 0, 1);

        awaitHistory(received, "received", "deadline-breached");
        as("officer-1")
                .get("/enquiries/{id}", id(received))
                .then()
                .body("overdue", is(true))
                .body("deadlines.status", contains("missed", "open"));
        JsonNode breach = awaitPublished(received, "uk.concordat.enquiry.deadline-breached.v1", 2);
        assertThat(breach.at("/deadlines/0/deadlineId").asText()).isEqualTo(deadlineId(received, 0));
        assertThat(breach.at("/deadlines/0/action").asText()).isEqualTo("breached");
        assertThat(breach.at("/deadlines/0/rung").asInt()).isZero();
        assertThat(breach.at("/deadlines/0/basis/rule").asText()).isEqualTo("COL-28");
    }

    @Test
    void a_lapse_is_a_breach_also_while_the_enquirys_own_clock_is_behind() {
        Response received = received();

        lapse(received, 0, 1);

        awaitHistory(received, "received", "deadline-breached");
    }

    @Test
    void a_lapse_of_what_was_done_in_time_is_spared_and_is_told() {
        Response received = received();
        act("officer-1", received, "acknowledgement", letter("Seen."));
        ServiceUnderTest.clock(NEW_YEARS_EVE);

        lapse(received, 0, 1);

        awaitHistory(received, "received", "acknowledged", "deadline-spared");
        JsonNode spared = awaitPublished(received, "uk.concordat.enquiry.deadline-spared.v1", 3);
        assertThat(spared.at("/deadlines/0/action").asText()).isEqualTo("spared");
        as("officer-1").get("/enquiries/{id}", id(received)).then().body("deadlines.status", contains("met", "open"));
    }

    @Test
    void a_lapse_of_what_was_withdrawn_in_time_is_spared() {
        Response received = received();
        act("member-red-1", received, "withdrawal", "{}");
        ServiceUnderTest.clock(NEW_YEARS_EVE);

        lapse(received, 0, 1);

        awaitHistory(received, "received", "withdrawn", "deadline-spared");
    }

    @Test
    void a_lapse_that_finds_its_breach_recorded_changes_nothing_and_later_ones_are_still_taken_in() {
        Response received = received();
        ServiceUnderTest.clock(NEW_YEARS_EVE);
        act("officer-1", received, "acknowledgement", letter("Sorry."));

        lapse(received, 0, 1);
        lapse(received, 0, 1);
        awaitTaken(received, 0);
        lapse(received, 1, 1);

        awaitHistory(received, "received", "deadline-breached", "acknowledged", "deadline-breached");
    }

    @Test
    void a_repeated_lapse_breaches_once() {
        Response received = received();

        lapse(received, 1, 1);
        lapse(received, 1, 1);
        lapse(received, 1, 1);
        lapse(received, 0, 1);

        awaitTaken(received, 1);
        awaitTaken(received, 0);
        assertThat(history(received).stream().filter("deadline-breached"::equals))
                .hasSize(2);
    }

    @Test
    void a_lapse_of_an_earlier_revision_is_spared() {
        Response received = received();

        lapse(received, 0, 0);

        awaitHistory(received, "received", "deadline-spared");
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void an_answer_after_the_breach_reads_met_late_and_breaches_no_second_time() {
        Response received = received();
        ServiceUnderTest.clock(NEW_YEARS_EVE);
        lapse(received, 0, 1);
        awaitHistory(received, "received", "deadline-breached");

        Response seen = as("officer-1").get("/enquiries/{id}", id(received));
        act("officer-1", seen, "response", letter("Here."))
                .then()
                .statusCode(200)
                .body("deadlines.status", contains("met-late", "met"));

        assertThat(history(received)).containsExactly("received", "deadline-breached", "answered");
    }

    @Test
    void a_breach_changes_the_etag_so_nobody_acts_on_what_they_have_not_seen() {
        Response received = received();
        lapse(received, 0, 1);
        awaitHistory(received, "received", "deadline-breached");

        Problems.assertProblem(act("officer-1", received, "response", letter("Here.")), 412, "if-match-stale");
    }

    /** As when this service is down at the moment, and back a week later. */
    @Test
    @Rule("COL-28")
    void lapses_that_waited_for_their_owner_are_settled_by_what_was_done_before_their_moment() {
        Response inTime = received();
        Response late = received();
        Response undone = received();
        act("officer-1", inTime, "acknowledgement", letter("Seen."));
        var listening = kafka.getConsumer("notifications");
        listening.pause().await().atMost(SOON);
        try {
            ServiceUnderTest.clock(NEW_YEARS_EVE);
            List.of(inTime, late, undone).forEach(each -> lapse(each, 0, 1));
            act("officer-1", late, "acknowledgement", letter("Sorry."));
            ServiceUnderTest.clock(NEW_YEARS_EVE.plus(Duration.ofDays(7)));
        } finally {
            listening.resume().await().atMost(SOON);
        }

        awaitHistory(inTime, "received", "acknowledged", "deadline-spared");
        awaitHistory(undone, "received", "deadline-breached");
        awaitTaken(late, 0);
        awaitHistory(late, "received", "deadline-breached", "acknowledged");
    }

    private static void lapse(Response enquiry, int deadline, int revision) {
        new LapseReport(COUNCIL, id(enquiry), deadlineId(enquiry, deadline), revision, 0).send();
    }

    private static void awaitTaken(Response enquiry, int deadline) {
        String subject = deadlineId(enquiry, deadline);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ServiceUnderTest.count("inbox", "subject = '" + subject + "'") == 1);
    }

    private static void awaitHistory(Response enquiry, String... events) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(history(enquiry)).containsExactly(events));
    }

    private static List<String> history(Response enquiry) {
        Response history = as("member-services").get("/enquiries/{id}/history", id(enquiry));
        return Json.each(Json.of(history).get("items"), "event");
    }

    private static String deadlineId(Response enquiry, int deadline) {
        return Json.of(enquiry).at("/deadlines/%d/id".formatted(deadline)).asText();
    }

    private static JsonNode awaitPublished(Response enquiry, String type, long sequence) {
        return Json.read(Published.await(id(enquiry), type, sequence).value());
    }
}
