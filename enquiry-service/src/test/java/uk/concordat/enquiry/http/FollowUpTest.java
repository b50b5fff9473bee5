package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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

/** After an answer an enquiry goes on by a follow-up in the council's window or a reopening, or is closed. */
@QuarkusTest
class FollowUpTest extends OverHttp {

    /** Answered on Christmas Eve; five working days from then end with 5 January. */
    private static final Instant WINDOW_OVER = Instant.parse("2027-01-06T00:00:00Z");

    @Test
    @Rule({"COL-28", "COL-29"})
    void within_the_window_it_reopens_with_clocks_of_its_own_and_the_first_dates_stay() {
        Response answered = answered();
        ServiceUnderTest.clock(WINDOW_OVER.minusSeconds(60));

        act("member-red-1", answered, "follow-up", letter("And Fore Street?"))
                .then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("overdue", is(false))
                .body("letters.kind", contains("response", "follow-up"))
                .body("$", not(hasKey("response")))
                .body("deadlines.status", contains("met", "met", "open", "open"))
                .body("deadlines.dueOn", contains("2026-12-30", "2027-01-12", "2027-01-07", "2027-01-19"))
                .body("deadlines[2].proof.received", equalTo("2027-01-05"));
        as("member-red-1")
                .get("/enquiries/{id}/history", id(answered))
                .then()
                .body("items.event", contains("received", "answered", "followed-up"))
                .body("items[2].text", equalTo("And Fore Street?"))
                .body("items[2].dates.dueOn", contains("2027-01-07", "2027-01-19"));
    }

    @Test
    void after_the_window_it_is_told_that_the_time_is_over() {
        Response answered = answered();
        ServiceUnderTest.clock(WINDOW_OVER);
        Stored before = Stored.now();

        Problems.assertProblem(
                act("member-red-1", answered, "follow-up", letter("And then?")), 409, "follow-up-window-over");
        before.assertUnchanged();
        act("officer-1", answered, "reopening", Map.of("reason", "A question is open."))
                .then()
                .statusCode(200);
    }

    @Test
    void the_window_counts_from_the_latest_answer_and_a_closure_does_not_end_it() {
        Response answered = answered();
        ServiceUnderTest.clock(Instant.parse("2027-01-04T10:00:00Z"));
        Response followed = act("member-red-1", answered, "follow-up", letter("And then?"));
        Response again = act("officer-1", followed, "response", letter("This too."));
        Response closed = act("member-red-1", again, "closure", "{}");
        ServiceUnderTest.clock(Instant.parse("2027-01-11T10:00:00Z"));

        act("member-red-1", closed, "follow-up", letter("And then?"))
                .then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("deadlines", hasSize(6));
    }

    @Test
    void in_a_new_round_everything_can_be_done_again() {
        Response followed = act("member-red-1", answered(), "follow-up", letter("And then?"));

        Response acknowledged = act("officer-1", followed, "acknowledgement", letter("Seen again."));
        acknowledged.then().statusCode(200).body("acknowledgement.text", equalTo("Seen again."));
        act("officer-1", acknowledged, "response", letter("This too."))
                .then()
                .statusCode(200)
                .body("response.text", equalTo("This too."))
                .body("deadlines.status", contains("met", "met", "met", "met"));
    }

    @Test
    void where_the_council_has_set_no_window_nothing_is_followed_up() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");
        Response answered = act(council.key(), "officer-1", asked, "response", letter("Done."));

        Problems.assertProblem(
                act(council.key(), "member-red-1", answered, "follow-up", letter("And then?")),
                409,
                "no-follow-up-window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-up", "reopening", "closure"})
    void before_an_answer_there_is_nothing_to_go_on_from_nor_to_close(String act) {
        Response received = received();
        String who = act.equals("follow-up") ? "member-red-1" : "officer-1";

        Problems.assertProblem(act(who, received, act, Acts.body(act)), 409, "not-answered-yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-up", "reopening", "closure"})
    void what_was_withdrawn_neither_goes_on_nor_is_closed(String act) {
        Response withdrawn = act("member-red-1", received(), "withdrawal", "{}");
        String who = act.equals("follow-up") ? "member-red-1" : "officer-1";

        Problems.assertProblem(act(who, withdrawn, act, Acts.body(act)), 409, "withdrawn");
    }

    @ParameterizedTest
    @CsvSource({
        "follow-up, officer-1, not-yours-to-follow-up",
        "reopening, member-red-1, not-yours-to-reopen",
        "reopening, member-services, not-yours-to-reopen"
    })
    void each_side_has_its_own_way_to_go_on(String act, String who, String code) {
        Problems.assertProblem(act(who, answered(), act, Acts.body(act)), 403, code);
    }

    @Test
    void a_reopening_needs_a_reason_and_starts_the_clocks_anew() {
        Response answered = answered();
        Problems.assertProblem(act("officer-1", answered, "reopening", "{}"), 400, "field-missing");

        act("manager-1", answered, "reopening", Map.of("reason", "A question is open."))
                .then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("deadlines.status", contains("met", "met", "open", "open"));
        JsonNode reopened = history(COUNCIL, "member-red-1", answered).get(2);
        assertThat(reopened.get("event").asText()).isEqualTo("reopened");
        assertThat(reopened.get("text").asText()).isEqualTo("A question is open.");
        JsonNode told = Published.await(COUNCIL, id(answered), "reopened");
        assertThat(Json.each(told.get("deadlines"), "action")).containsExactly("set", "set");
        assertThat(told.toString()).doesNotContain("question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "member-services", "officer-1", "manager-1"})
    void either_side_closes_what_was_answered(String who) {
        Response answered = answered();

        Response closed = act(who, answered, "closure", Map.of("reason", "All is said."));

        closed.then().statusCode(200).body("status", equalTo("closed")).body("overdue", is(false));
        assertThat(history(COUNCIL, who, answered).at("/2/text").asText()).isEqualTo("All is said.");
        Problems.assertProblem(act(who, closed, "closure", "{}"), 409, "closed");
        Problems.assertProblem(act("officer-1", closed, "response", letter("More.")), 409, "closed");
    }

    @Test
    @Rule("HAR-35")
    void a_follow_up_to_what_was_asked_by_telephone_in_harlow_is_written_and_runs_the_clock() {
        Response logged = as("harlow", "member-services").body(logged()).post("/enquiries");
        Response answered = act("harlow", "officer-1", logged, "response", letter("Done."));

        answered.then().body("unstated.kind", contains("first-response", "promised-response"));
        act("harlow", "member-red-1", answered, "follow-up", letter("And then?"))
                .then()
                .statusCode(200)
                .body("deadlines.kind", contains("first-response"))
                .body("deadlines.dueOn", contains("2027-01-05"))
                .body("unstated.kind", contains("promised-response"));
    }

    @Test
    @Rule({"HAR-36", "HAR-37"})
    void in_a_new_round_nothing_is_promised_until_it_is_again() {
        Response asked = as("harlow", "member-red-1").body(own()).post("/enquiries");
        Response promised = promise(asked, "2027-01-15");
        Response revised = act(
                "harlow",
                "officer-1",
                promised,
                "timescale",
                Map.of("replyBy", "2027-01-22", "explanation", "The contractor is ill."));
        Response answered = act("harlow", "officer-1", revised, "response", letter("Done."));
        answered.then().body("promise.replyBy", equalTo("2027-01-22")).body("promise.revisions", is(1));

        Response followed = act("harlow", "member-red-1", answered, "follow-up", letter("And then?"));

        followed.then().statusCode(200).body("$", not(hasKey("promise")));
        promise(followed, "2027-01-29")
                .then()
                .statusCode(200)
                .body("promise.replyBy", equalTo("2027-01-29"))
                .body("promise.revisions", is(0))
                .body("promise.slippage", is(0));
    }

    private static Response promise(Response enquiry, String day) {
        return act("harlow", "officer-1", enquiry, "acknowledgement", Map.of("text", "Seen.", "replyBy", day));
    }

    private static Response answered() {
        Response answered = act("officer-1", received(), "response", letter("Done."));
        answered.then().statusCode(200);
        return answered;
    }
}
