package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** A promised date in Harlow that cannot be kept is revised with an explanation, as often as it takes. */
@QuarkusTest
class TimescaleTest extends OverHttp {

    private static final String HARLOW = "harlow";
    private static final Instant AFTER_THE_PROMISE = Instant.parse("2027-01-16T09:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"replyBy\":\"2027-01-22\"}",
                "{\"replyBy\":\"2027-01-22\",\"explanation\":null}",
                "{\"replyBy\":\"2027-01-22\",\"explanation\":\"  \"}",
                "{}"
            })
    @Rule("HAR-37")
    void without_an_explanation_it_is_refused_with_its_paragraph(String body) {
        assertRefused(body, "timescale-without-explanation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"explanation\":\"Illness.\"}", "{\"explanation\":\"Illness.\",\"replyBy\":null}"})
    @Rule("HAR-37")
    void without_a_new_date_it_is_refused_with_its_paragraph(String body) {
        assertRefused(body, "timescale-without-date");
    }

    private static void assertRefused(String body, String code) {
        Response promised = promised();
        Stored before = Stored.now();

        Response refused = act(HARLOW, "officer-1", promised, "timescale", body);

        Problems.assertProblem(refused, 422, code);
        refused.then()
                .body("rule", equalTo("HAR-37"))
                .body("council", equalTo(HARLOW))
                .body("paragraph", equalTo("6.6 = 15.18"))
                .body("reading", equalTo("stated"));
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-15, reply-date-unchanged",
        "2026-12-23, reply-date-in-the-past",
        "2027-01-17, reply-date-not-a-working-day",
        "2027-03-29, reply-date-not-a-working-day",
        "2031-12-29, reply-date-too-far"
    })
    @Rule("HAR-37")
    void a_day_that_cannot_be_promised_is_refused(String day, String code) {
        Response promised = promised();

        Problems.assertProblem(revise(promised, day), 422, code);
    }

    @Test
    @Rule("HAR-37")
    void in_time_the_promise_moves_and_keeps_its_deadline() {
        Response promised = promised();

        Response revised = revise(promised, "2027-01-22");

        revised.then()
                .statusCode(200)
                .body("status", equalTo("promised"))
                .body("deadlines.kind", contains("first-response", "promised-response"))
                .body("deadlines.status", contains("met", "open"))
                .body("deadlines[1].dueOn", equalTo("2027-01-22"))
                .body("promise.replyBy", equalTo("2027-01-22"))
                .body("promise.revisions", is(1))
                .body("promise.slippage", is(5))
                .body("promise.revised[0].before", equalTo("2027-01-15"))
                .body("promise.revised[0].inTime", is(true))
                .body("promise.revised[0].explanation", equalTo("The contractor is ill."));
        assertThat(Json.of(revised).at("/deadlines/1/id"))
                .isEqualTo(Json.of(promised).at("/deadlines/1/id"));
        JsonNode told = Published.await(HARLOW, id(promised), "timescale-revised");
        assertThat(told.at("/deadlines/0/action").asText()).isEqualTo("moved");
        assertThat(told.at("/deadlines/0/revision").asInt()).isEqualTo(2);
        assertThat(told.toString()).doesNotContain("contractor");
    }

    @Test
    @Rule("HAR-37")
    void late_it_is_taken_and_the_promised_day_stays_missed() {
        Response promised = promised();
        ServiceUnderTest.clock(AFTER_THE_PROMISE);

        Response revised = revise(promised, "2027-01-22");

        revised.then()
                .statusCode(200)
                .body("overdue", is(false))
                .body("deadlines.kind", contains("first-response", "promised-response", "promised-response"))
                .body("deadlines.status", contains("met", "missed", "open"))
                .body("deadlines.dueOn", contains("2027-01-05", "2027-01-15", "2027-01-22"))
                .body("promise.revised[0].inTime", is(false));
        assertThat(events(HARLOW, "member-red-1", promised))
                .containsExactly(
                        "received", "acknowledged", "reply-promised", "deadline-breached", "timescale-revised");
        JsonNode told = Published.await(HARLOW, id(promised), "timescale-revised");
        assertThat(told.at("/deadlines/0/action").asText()).isEqualTo("set");
        assertThat(told.at("/deadlines/0/revision").asInt()).isEqualTo(1);
        assertThat(told.get("inTime").asBoolean()).isFalse();
    }

    @Test
    @Rule("HAR-37")
    void revisions_are_counted_and_their_slippage_added_up() {
        Response once = revise(promised(), "2027-01-22");
        Response earlier = revise(once, "2027-01-20");
        ServiceUnderTest.clock(Instant.parse("2027-01-21T09:00:00Z"));

        revise(earlier, "2027-02-01")
                .then()
                .statusCode(200)
                .body("promise.revisions", is(3))
                .body("promise.slippage", is(5 - 2 + 8))
                .body("promise.revised.inTime", contains(true, true, false))
                .body("promise.revised.slippage", contains(5, -2, 8));
    }

    @Test
    @Rule("HAR-37")
    void a_promise_that_was_revised_late_and_is_kept_then_leaves_only_the_first_missed() {
        Response promised = promised();
        ServiceUnderTest.clock(AFTER_THE_PROMISE);

        act(HARLOW, "officer-1", revise(promised, "2027-01-22"), "response", letter("Here."))
                .then()
                .statusCode(200)
                .body("deadlines.status", contains("met", "missed", "met"));
    }

    @Test
    void where_nothing_was_promised_nothing_is_revised() {
        Response asked = as(HARLOW, "member-red-1").body(own()).post("/enquiries");

        Problems.assertProblem(revise(asked, "2027-01-22"), 409, "nothing-promised");
        Problems.assertProblem(
                revise(act(HARLOW, "officer-1", promised(), "response", letter("Here.")), "2027-01-22"),
                409,
                "already-answered");
    }

    @Test
    void it_is_the_officers_to_revise_and_not_the_members() {
        Problems.assertProblem(
                act(
                        HARLOW,
                        "member-red-1",
                        promised(),
                        "timescale",
                        Map.of("replyBy", "2027-01-22", "explanation", "I can wait.")),
                403,
                "not-yours-to-answer");
    }

    private static Response promised() {
        Response asked = as(HARLOW, "member-red-1").body(own()).post("/enquiries");
        Response promised =
                act(HARLOW, "officer-1", asked, "acknowledgement", Map.of("text", "Seen.", "replyBy", "2027-01-15"));
        promised.then().statusCode(200);
        return promised;
    }

    private static Response revise(Response promised, String day) {
        return act(
                HARLOW,
                "officer-1",
                promised,
                "timescale",
                Map.of("replyBy", day, "explanation", "The contractor is ill."));
    }
}
