package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.testing.Rule;

/** What should be is departed from with a reason, which is recorded; without one it is refused. */
@QuarkusTest
class DepartureTest extends OverHttp {

    @ParameterizedTest
    @CsvSource({"city-of-london, COL-24, ours", "harlow, HAR-34, stated"})
    @Rule({"COL-24", "HAR-34"})
    void what_is_not_factual_goes_to_a_senior_officer_first(String council, String rule, String reading) {
        Stored before = Stored.now();

        Response refused = ask(council, notFactual());

        Problems.assertProblem(refused, 422, "addressee-too-junior");
        refused.then()
                .body("rule", equalTo(rule))
                .body("council", equalTo(council))
                .body("reading", equalTo(reading));
        before.assertUnchanged();
        for (String senior : List.of("manager-1", "director-1", "head-of-paid-service", "monitoring-officer")) {
            ask(council, Json.withText(notFactual(), "addressee", senior))
                    .then()
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @CsvSource({"city-of-london, COL-24", "harlow, HAR-34"})
    @Rule({"COL-24", "HAR-34"})
    void with_a_reason_it_is_taken_and_the_reason_stands_in_the_history_and_not_on_the_topic(
            String council, String rule) {
        Response taken = ask(council, departing(rule, "\"She has the file.\""));

        taken.then().statusCode(201);
        JsonNode departed = history(council, "officer-1", taken).get(1);
        assertThat(departed.get("event").asText()).isEqualTo("departed");
        assertThat(departed.get("rule").asText()).isEqualTo(rule);
        assertThat(departed.get("text").asText()).isEqualTo("She has the file.");
        assertThat(departed.at("/by/username").asText()).isEqualTo("member-red-1");
        JsonNode told = Published.await(council, id(taken), "departed");
        assertThat(told.get("rule").asText()).isEqualTo(rule);
        assertThat(Published.of(council, id(taken)).toString()).doesNotContain("She has the file");
    }

    @Test
    @Rule("COL-24")
    void who_logs_it_for_a_member_departs_in_their_own_name() {
        String body = Json.with(
                Json.with(logged(), "factual", "false"), "departure", "{\"rule\":\"COL-24\",\"reason\":\"Urgent.\"}");

        Response taken = as("member-services").body(body).post("/enquiries");

        taken.then().statusCode(201);
        assertThat(history(COUNCIL, "member-red-1", taken).at("/1/by/username").asText())
                .isEqualTo("member-services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\t \""})
    @Rule("COL-24")
    void without_a_reason_it_is_refused_with_the_rule(String reason) {
        Stored before = Stored.now();

        Response refused = ask(COUNCIL, departing("COL-24", reason));

        Problems.assertProblem(refused, 422, "departure-without-reason");
        refused.then().body("rule", equalTo("COL-24"));
        before.assertUnchanged();
    }

    @Test
    @Rule("COL-24")
    void a_departure_that_leaves_the_reason_out_is_refused_alike() {
        Problems.assertProblem(
                ask(COUNCIL, Json.with(notFactual(), "departure", "{\"rule\":\"COL-24\"}")),
                422,
                "departure-without-reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAR-34", "COL-28", "col-24", "COL-24 ", "nonsense"})
    @Rule("COL-24")
    void to_depart_from_another_rule_does_not_help(String rule) {
        Stored before = Stored.now();

        Problems.assertProblem(ask(COUNCIL, departing(rule, "\"Urgent.\"")), 422, "addressee-too-junior");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COL-24", "COL-28"})
    @Rule("COL-24")
    void where_nothing_is_departed_from_none_is_recorded(String rule) {
        String departure = "{\"rule\":\"%s\",\"reason\":\"Urgent.\"}".formatted(rule);
        Stored before = Stored.now();

        Problems.assertProblem(ask(COUNCIL, Json.with(own(), "departure", departure)), 422, "nothing-to-depart-from");
        Problems.assertProblem(
                ask(COUNCIL, Json.withText(Json.with(notFactual(), "departure", departure), "addressee", "manager-1")),
                422,
                "nothing-to-depart-from");
        before.assertUnchanged();
    }

    /** Those that can be done to an enquiry of the City, which knows no promised dates. */
    static List<String> acts() {
        return ACTS.stream().filter(act -> !act.equals("timescale")).toList();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void no_act_on_an_enquiry_departs_from_anything(String act) {
        boolean afterwards = List.of("follow-up", "reopening", "closure").contains(act);
        Response enquiry = afterwards ? act("officer-1", received(), "response", letter("Done.")) : received();
        String who = List.of("follow-up", "withdrawal").contains(act) ? "member-red-1" : "officer-1";
        String body = Json.with(Acts.body(act), "departure", "{\"rule\":\"COL-24\",\"reason\":\"Urgent.\"}");
        Stored before = Stored.now();

        Problems.assertProblem(act(who, enquiry, act, body), 422, "nothing-to-depart-from");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"COL-24\"",
                "[]",
                "true",
                "{\"rule\":5,\"reason\":\"Urgent.\"}",
                "{\"rule\":[\"COL-24\"],\"reason\":\"Urgent.\"}",
                "{\"rule\":\"COL-24\",\"reason\":5}",
                "{\"rule\":\"COL-24\",\"reason\":{}}",
                "{\"rule\":\"\",\"reason\":\"Urgent.\"}",
                "{\"rule\":null,\"reason\":\"Urgent.\"}",
                "{\"reason\":\"Urgent.\"}",
                "{}",
                "{\"rule\":\"COL-24\",\"reason\":\"Urgent.\",\"by\":\"me\"}",
                "{\"rule\":\"COL-24\",\"reason\":\"\\u0000\"}"
            })
    void a_departure_that_is_none_is_refused_as_a_body_is(String departure) {
        Stored before = Stored.now();

        Problems.assertProblem(ask(COUNCIL, Json.with(notFactual(), "departure", departure)), 400);
        before.assertUnchanged();
    }

    @Test
    void a_reason_or_a_rule_of_any_length_is_not_taken() {
        Problems.assertProblem(ask(COUNCIL, departing("COL-24", "\"%s\"".formatted("a".repeat(20_001)))), 400);
        Problems.assertProblem(ask(COUNCIL, departing("C".repeat(201), "\"Urgent.\"")), 400);
    }

    private static Response ask(String council, String body) {
        return as(council, "member-red-1").body(body).post("/enquiries");
    }

    private static String notFactual() {
        return Json.with(own(), "factual", "false");
    }

    private static String departing(String rule, String reason) {
        return Json.with(notFactual(), "departure", "{\"rule\":\"%s\",\"reason\":%s}".formatted(rule, reason));
    }
}
