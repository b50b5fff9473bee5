package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What is refused, and that nothing of it is kept. */
@QuarkusTest
class RefusedProclamationTest extends OfCalendars {

    private static final String COUNCIL = "refusing";
    private static final String PROCLAIMED = "2027-01-05";

    @BeforeEach
    void a_day_is_proclaimed() {
        loaded(COUNCIL);
        assertThat(proclaim(COUNCIL, CLERK, day(PROCLAIMED)).statusCode()).isIn(201, 409);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo(code))
                .body("detail", containsString("."));
        assertThat(ServiceUnderTest.count("event", "tenant = 'refusing' and type like 'non-working-day-%'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "officer-1", "head-of-paid-service", "monitoring-officer"})
    void who_is_not_of_member_services_keeps_no_calendar(String username) {
        refused(proclaim(COUNCIL, username, day(JANUARY)), 403, "member-services-only");
        refused(
                withdraw(as(COUNCIL, username).header("If-Match", "*"), COUNCIL, PROCLAIMED),
                403,
                "member-services-only");
    }

    @Test
    void another_council_is_told_of_no_more_than_one_that_does_not_exist() {
        loaded("county");
        for (String council : new String[] {COUNCIL, "unheard-of", "REFUSING", "%20"}) {
            var clerk = as("county", CLERK);
            refused(proclaim(clerk, council, day(JANUARY)), 404, "not-found");
            refused(withdraw(as("county", CLERK).header("If-Match", "*"), council, PROCLAIMED), 404, "not-found");
            refused(as("county", CLERK).get(days(council)), 404, "not-found");
            refused(as("county", CLERK).get(days(council) + "/" + PROCLAIMED), 404, "not-found");
        }
        assertThat(ServiceUnderTest.count("event", "tenant = 'county' and type like 'non-working-day-%'"))
                .isZero();
    }

    @Test
    void without_a_token_or_as_an_operator_nothing_is_read_or_proclaimed() {
        refused(proclaim(given(), COUNCIL, day(JANUARY)), 401, "no-token");
        refused(proclaim(asOperator(), COUNCIL, day(JANUARY)), 403, "no-council");
        refused(given().get(days(COUNCIL)), 401, "no-token");
    }

    @Test
    void a_holiday_is_not_proclaimed_twice() {
        refused(proclaim(COUNCIL, CLERK, day(PROCLAIMED)), 409, "already-proclaimed");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-26, is a Saturday",
        "2027-01-03, is a Sunday",
        "2026-12-25, is Christmas Day",
        "2026-12-28, is Boxing Day (substitute)",
    })
    void a_day_on_which_nobody_works_anyway_is_told_why(String day, String why) {
        Response answer = proclaim(COUNCIL, CLERK, day(day));

        refused(answer, 422, "not-a-working-day-anyway");
        answer.then().body("detail", containsString(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-21", "2026-12-18", "2000-01-04"})
    void a_day_that_has_begun_needs_a_reason(String day) {
        refused(proclaim(COUNCIL, CLERK, day(day)), 422, "past-day-without-reason");
        refused(proclaim(COUNCIL, CLERK, day(day, " \n ")), 422, "past-day-without-reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2031-12-22", "9999-12-31"})
    void a_day_that_is_too_far_is_refused_though_a_reason_is_given(String day) {
        refused(proclaim(COUNCIL, CLERK, day(day, "Because")), 422, "day-too-far");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\"}",
                "{\"day\": \"2027-01-04\", \"why\": null, \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"why\": \" \", \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\", \"source\": \"\"}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\\nBcc: x\", \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\", \"source\": \"S\\u0000\"}",
                "{\"day\": \"2027-01-04\", \"why\": 7, \"source\": \"S\"}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\", \"source\": \"S\", \"reason\": 7}",
                "{\"day\": \"2027-01-04\", \"why\": \"W\", \"source\": \"S\", \"by\": \"me\"}",
                "{\"day\": \"2027-01-04\", \"day\": \"2027-01-04\", \"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": \"2027-02-30\", \"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": \"4 January 2027\", \"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": \"+999999999-12-31\", \"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": 20270104, \"why\": \"W\", \"source\": \"S\"}",
                "{\"day\": [\"2027-01-04\"], \"why\": \"W\", \"source\": \"S\"}",
                "[]",
                "null",
                "",
                "{",
            })
    void a_body_that_is_not_as_described_is_the_senders_fault(String body) {
        Response answer =
                as(COUNCIL, CLERK).contentType(ContentType.JSON).body(body).post(days(COUNCIL));

        refused(answer, 400, answer.path("code"));
    }

    @Test
    void what_is_too_long_is_refused_and_the_longest_is_taken_as_far_as_it_goes() {
        Map<String, Object> tooLong = new HashMap<>(day("2026-12-25"));
        tooLong.put("why", "w".repeat(201));
        refused(proclaim(COUNCIL, CLERK, tooLong), 400, "field-too-long");
        tooLong.put("why", "w".repeat(200));
        tooLong.put("source", "s".repeat(200));
        refused(proclaim(COUNCIL, CLERK, tooLong), 422, "not-a-working-day-anyway");
        tooLong.put("reason", "r".repeat(2_001));
        refused(proclaim(COUNCIL, CLERK, tooLong), 400, "field-too-long");
    }

    @Test
    void what_is_not_json_or_too_large_is_not_taken() {
        as(COUNCIL, CLERK)
                .contentType(ContentType.TEXT)
                .body("2027-01-04")
                .post(days(COUNCIL))
                .then()
                .statusCode(415);
        refused(
                as(COUNCIL, CLERK)
                        .contentType(ContentType.JSON)
                        .body(" ".repeat(1024 * 1024 + 1))
                        .post(days(COUNCIL)),
                413,
                "body-too-large");
        as(COUNCIL, CLERK).delete(days(COUNCIL)).then().statusCode(405);
    }

    @Test
    void a_withdrawal_needs_the_day_as_it_was_seen() {
        refused(withdraw(as(COUNCIL, CLERK), COUNCIL, PROCLAIMED), 428, "if-match-missing");
        refused(
                withdraw(as(COUNCIL, CLERK).header("If-Match", "\"stale\""), COUNCIL, PROCLAIMED),
                412,
                "if-match-stale");
        refused(withdraw(as(COUNCIL, CLERK).header("If-Match", "bare"), COUNCIL, PROCLAIMED), 400, "bad-if-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-06", "2027-02-30", "today", "99999999999-01-01"})
    void what_was_not_proclaimed_is_not_withdrawn_and_not_shown(String day) {
        refused(withdraw(as(COUNCIL, CLERK).header("If-Match", "*"), COUNCIL, day), 404, "not-found");
        refused(as(COUNCIL, CLERK).get(days(COUNCIL) + "/" + day), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": 1}", "{\"reason\": \"R\", \"day\": \"2027-01-05\"}"})
    void a_withdrawal_needs_a_reason_and_nothing_else(String body) {
        Response answer = as(COUNCIL, CLERK)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post(days(COUNCIL) + "/" + PROCLAIMED + "/withdrawal");

        refused(answer, 400, answer.path("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-05T00:00:00Z", "2027-03-01T12:00:00Z"})
    void a_day_that_has_begun_is_not_withdrawn(String now) {
        ServiceUnderTest.clock(Instant.parse(now));

        refused(
                withdraw(as(COUNCIL, CLERK).header("If-Match", etag(COUNCIL, PROCLAIMED)), COUNCIL, PROCLAIMED),
                409,
                "day-has-begun");
    }

    @Test
    void an_idempotency_key_that_is_none_is_told() {
        refused(
                proclaim(as(COUNCIL, CLERK).header("Idempotency-Key", "x".repeat(201)), COUNCIL, day(JANUARY)),
                400,
                "bad-idempotency-key");
    }
}
