package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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

/** Harlow's protocol knows promises: an acknowledgement says by when the answer will come, and that day is owed. */
@QuarkusTest
class PromiseTest extends OverHttp {

    private static final String HARLOW = "harlow";

    @Test
    @Rule("HAR-35")
    void what_is_asked_in_writing_is_owed_a_first_response_in_five_working_days() {
        asked().then()
                .statusCode(201)
                .body("protocol.pack", equalTo(HARLOW))
                .body("deadlines.kind", contains("first-response"))
                .body("deadlines.dueOn", contains("2027-01-05"))
                .body("deadlines[0].basis.rule", equalTo("HAR-35"))
                .body("deadlines[0].basis.source", equalTo("protocol"))
                .body("unstated.kind", contains("promised-response"));
    }

    @Test
    @Rule("HAR-36")
    void an_acknowledgement_without_a_date_is_refused_with_its_paragraph() {
        Response asked = asked();
        Stored before = Stored.now();

        Response refused = act(HARLOW, "officer-1", asked, "acknowledgement", letter("Seen."));

        Problems.assertProblem(refused, 422, "acknowledgement-without-date", "replyBy");
        refused.then()
                .body("rule", equalTo("HAR-36"))
                .body("council", equalTo(HARLOW))
                .body("paragraph", equalTo("6.6 = 15.18"))
                .body("reading", equalTo("stated"));
        before.assertUnchanged();
    }

    @Test
    @Rule("HAR-36")
    void with_a_date_the_first_response_is_met_and_the_promised_day_is_owed() {
        promised("2027-01-15")
                .then()
                .statusCode(200)
                .body("status", equalTo("promised"))
                .body("promise.replyBy", equalTo("2027-01-15"))
                .body("promise.revisions", is(0))
                .body("deadlines.kind", contains("first-response", "promised-response"))
                .body("deadlines.status", contains("met", "open"))
                .body("deadlines[1].dueOn", equalTo("2027-01-15"))
                .body("deadlines[1].dueAt", equalTo("2027-01-16T00:00:00Z"))
                .body("deadlines[1].basis.source", equalTo("promise"))
                .body("deadlines[1].basis.rule", equalTo("HAR-36"));
    }

    @Test
    @Rule("HAR-36")
    void a_promise_is_kept_by_an_answer_on_its_day_and_broken_after_it() {
        Response kept = promised("2027-01-15");
        Response broken = promised("2027-01-15");

        ServiceUnderTest.clock(Instant.parse("2027-01-15T23:59:00Z"));
        act(HARLOW, "officer-1", kept, "response", letter("Here."))
                .then()
                .body("status", equalTo("answered"))
                .body("deadlines.status", contains("met", "met"));
        ServiceUnderTest.clock(Instant.parse("2027-01-16T00:00:00Z"));
        read(HARLOW, "member-red-1", broken)
                .then()
                .body("status", equalTo("promised"))
                .body("overdue", is(true));
        act(HARLOW, "officer-1", broken, "response", letter("Here."))
                .then()
                .body("deadlines.status", contains("met", "met-late"));
    }

    @Test
    @Rule("HAR-36")
    void the_topic_is_told_of_the_promise_as_a_deadline() {
        Response promised = promised("2027-01-15");

        JsonNode told = Published.await(HARLOW, id(promised), "reply-promised");

        assertThat(told.at("/deadlines/0/kind").asText()).isEqualTo("promised-response");
        assertThat(told.at("/deadlines/0/action").asText()).isEqualTo("set");
        assertThat(told.at("/deadlines/0/dueOn").asText()).isEqualTo("2027-01-15");
        assertThat(told.at("/deadlines/0/basis/source").asText()).isEqualTo("promise");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23, reply-date-in-the-past",
        "0001-01-01, reply-date-in-the-past",
        "2027-01-10, reply-date-not-a-working-day",
        "2027-01-09, reply-date-not-a-working-day",
        "2026-12-25, reply-date-not-a-working-day",
        "2026-12-28, reply-date-not-a-working-day",
        "2027-03-26, reply-date-not-a-working-day",
        "2031-12-29, reply-date-too-far",
        "2028-01-04, reply-date-too-far",
        "9999-12-31, reply-date-too-far"
    })
    @Rule("HAR-36")
    void a_day_that_cannot_be_promised_is_refused(String day, String code) {
        Response asked = asked();
        Stored before = Stored.now();

        Problems.assertProblem(
                act(HARLOW, "officer-1", asked, "acknowledgement", Map.of("text", "Seen.", "replyBy", day)), 422, code);
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2027-12-24"})
    @Rule("HAR-36")
    void today_and_the_same_day_next_year_can_be_promised(String day) {
        promised(day).then().statusCode(200).body("promise.replyBy", equalTo(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"tomorrow\"",
                "\"15/01/2027\"",
                "\"2027-02-30\"",
                "\"2027-13-01\"",
                "\"2027-1-5\"",
                "\"2027-01-15T10:00:00Z\"",
                "\"99999-01-01\"",
                "\"-999999999-01-01\"",
                "\"+999999999-12-31\"",
                "20270115",
                "1.5",
                "true",
                "[2027,1,15]",
                "{}",
                "\"\\u0000\""
            })
    void what_is_no_day_is_refused(String day) {
        Response asked = asked();
        Stored before = Stored.now();

        Problems.assertProblem(
                act(
                        HARLOW,
                        "officer-1",
                        asked,
                        "acknowledgement",
                        "{\"text\":\"Seen.\",\"replyBy\":%s}".formatted(day)),
                400,
                "wrong-type",
                "/replyBy");
        before.assertUnchanged();
    }

    @Test
    @Rule("HAR-39")
    void a_telephone_query_carries_no_clock_and_stands_under_unstated() {
        Response logged = as(HARLOW, "member-services").body(logged()).post("/enquiries");

        logged.then()
                .statusCode(201)
                .body("deadlines", empty())
                .body("overdue", is(false))
                .body("unstated.kind", contains("first-response", "promised-response"))
                .body("unstated[0].rule", equalTo("HAR-39"))
                .body("unstated[0].reading", equalTo("ours"));
        ServiceUnderTest.clock(Instant.parse("2027-06-01T10:00:00Z"));
        read(HARLOW, "member-red-1", logged).then().body("overdue", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "in-person"})
    @Rule("HAR-39")
    void what_was_only_spoken_may_be_acknowledged_without_a_date(String channel) {
        Response logged = as(HARLOW, "member-services")
                .body(Json.withText(logged(), "channel", channel))
                .post("/enquiries");

        act(HARLOW, "officer-1", logged, "acknowledgement", letter("Seen."))
                .then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("deadlines", empty());
    }

    @Test
    @Rule("HAR-36")
    void harlows_protocol_knows_no_holding_reply() {
        Problems.assertProblem(
                act(HARLOW, "officer-1", asked(), "holding-reply", Map.of("text", "Later.", "reasons", "Illness.")),
                409,
                "protocol-knows-no-holding-reply");
    }

    private static Response asked() {
        Response asked = as(HARLOW, "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }

    private static Response promised(String day) {
        return act(HARLOW, "officer-1", asked(), "acknowledgement", Map.of("text", "Seen.", "replyBy", day));
    }
}
