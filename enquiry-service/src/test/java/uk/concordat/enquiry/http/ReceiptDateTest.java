package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.testing.Rule;

/** When an enquiry was received is a fact that its logger states; what cannot be a fact is refused. */
@QuarkusTest
class ReceiptDateTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-24T10:30:00Z",
                "2026-12-25T09:00:00Z",
                "2126-12-24T09:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59-18:00"
            })
    void a_receipt_in_the_future_is_refused(String receivedAt) {
        Stored before = Stored.now();

        Problems.assertProblem(loggedAt(receivedAt), 422, "received-in-the-future", "receivedAt");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:59.999999999Z",
                "1999-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00+18:00"
            })
    void a_receipt_before_2000_is_refused(String receivedAt) {
        Stored before = Stored.now();

        Problems.assertProblem(loggedAt(receivedAt), 422, "received-too-long-ago", "2000");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+294277-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "+1000000001-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void a_receipt_beyond_all_calendars_is_no_time(String receivedAt) {
        Stored before = Stored.now();

        Problems.assertProblem(loggedAt(receivedAt), 400, "wrong-type", "/receivedAt");
        before.assertUnchanged();
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void the_first_moment_of_2000_is_taken_and_its_dates_are_long_past() {
        loggedAt("2000-01-01T00:00:00Z")
                .then()
                .statusCode(201)
                .body("overdue", is(true))
                .body("deadlines[0].proof.received", equalTo("2000-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-12T22:59:59Z,      2026-06-12",
        "2026-06-12T23:00:00Z,      2026-06-13",
        "2026-06-13T00:30:00+01:00, 2026-06-13",
        "2026-12-12T23:59:59.999Z,  2026-12-12"
    })
    @Rule("COL-28")
    void the_day_of_receipt_is_the_councils(String receivedAt, String day) {
        loggedAt(receivedAt).then().statusCode(201).body("deadlines[0].proof.received", equalTo(day));
    }

    @Test
    void a_member_does_not_say_when_their_own_enquiry_was_received() {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(Json.withText(own(), "receivedAt", "2026-12-24T09:15:00Z"))
                        .post("/enquiries"),
                403,
                "receipt-not-yours-to-state");
        before.assertUnchanged();
    }

    private static Response loggedAt(String receivedAt) {
        return as("member-services")
                .body(Json.withText(logged(), "receivedAt", receivedAt))
                .post("/enquiries");
    }
}
