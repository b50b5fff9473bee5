package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** An enquiry as it was known at a moment of the past, by when things were recorded. */
@QuarkusTest
class PastTest extends OverHttp {

    @Test
    void between_events_it_reads_as_it_did_then() {
        Response lived = lived();

        at("member-red-1", lived, "2026-12-24T10:30:00Z")
                .then()
                .statusCode(200)
                .header("ETag", (String) null)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("received"))
                .body("deadlines.status", contains("open", "open"))
                .body("officer.username", equalTo("officer-1"))
                .body("letters", empty())
                .body("actions", empty())
                .body("$", not(hasKey("response")));
        at("member-red-1", lived, "2026-12-24T11:30:00Z")
                .then()
                .body("status", equalTo("acknowledged"))
                .body("deadlines.status", contains("met", "open"))
                .body("acknowledgement.text", equalTo("Seen."));
        at("member-red-1", lived, "2026-12-24T12:30:00Z").then().body("officer.username", equalTo("officer-3"));
        at("member-red-1", lived, "2027-01-14T09:00:00Z")
                .then()
                .body("status", equalTo("acknowledged"))
                .body("overdue", is(true));
        at("member-red-1", lived, "2027-01-15T09:30:00Z")
                .then()
                .body("status", equalTo("answered"))
                .body("overdue", is(false))
                .body("deadlines.status", contains("met", "met-late"));
    }

    @Test
    void before_it_was_recorded_there_was_nothing_though_it_had_been_received() {
        Problems.assertProblem(at("member-red-1", lived(), "2026-12-24T09:30:00Z"), 404, "not-found");
        Problems.assertProblem(at("member-red-1", lived(), "0001-01-01T00:00:00Z"), 404, "not-found");
    }

    @Test
    void of_the_future_nothing_is_known() {
        Response received = received();

        Problems.assertProblem(at("member-red-1", received, "2026-12-24T11:00:00Z"), 400, "at-in-the-future");
        Problems.assertProblem(at("member-red-1", received, "9999-12-31T23:59:59Z"), 400, "at-in-the-future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "yesterday",
                "2026-12-24",
                "2026-12-24T10:30:00",
                "2026-12-24T10:30:00 00:00",
                "1798106400",
                "2026-02-30T10:30:00Z",
                "2026-12-24T25:00:00Z",
                "+999999999999-01-01T00:00:00Z",
                "\u0000",
                "' or 1=1"
            })
    void what_is_no_moment_is_refused(String at) {
        Problems.assertProblem(at("member-red-1", received(), at), 400, "bad-at");
    }

    @Test
    void an_empty_moment_counts_as_none() {
        at("member-red-1", received(), "").then().statusCode(200).header("ETag", notNullValue());
    }

    @Test
    void the_offset_may_be_any() {
        Response lived = lived();

        at("member-red-1", lived, "2026-12-24T11:30:00+01:00").then().body("status", equalTo("received"));
        at("member-red-1", lived, "2026-12-24T02:30:00.123456789-09:00").then().body("status", equalTo("acknowledged"));
    }

    @ParameterizedTest
    @CsvSource({"officer-2", "member-red-2", "finance-officer"})
    void who_may_not_see_it_today_sees_nothing_of_its_past(String stranger) {
        Response lived = lived();

        for (String at : new String[] {"2026-12-24T10:30:00Z", "2026-12-24T09:30:00Z", "2030-01-01T00:00:00Z"}) {
            Response answer = at(stranger, lived, at);
            Problems.assertProblem(answer, 404, "not-found");
            assertThat(answer.asString())
                    .isEqualTo(as(stranger)
                            .queryParam("at", at)
                            .get("/enquiries/{id}", UUID.randomUUID())
                            .asString());
        }
        Problems.assertProblem(
                as("harlow", "member-red-1")
                        .queryParam("at", "2026-12-24T10:30:00Z")
                        .get("/enquiries/{id}", id(lived)),
                404,
                "not-found");
    }

    @Test
    void the_officer_it_was_with_then_sees_it_no_more_even_as_it_was() {
        Problems.assertProblem(at("officer-1", lived(), "2026-12-24T10:30:00Z"), 404, "not-found");
    }

    @Test
    void a_moment_of_what_is_no_enquiry_is_not_found() {
        Problems.assertProblem(
                as("member-red-1").queryParam("at", "2026-12-24T10:30:00Z").get("/enquiries/{id}", "no-id"),
                404,
                "not-found");
    }

    /** Received at ten, acknowledged at eleven, given to officer-3 at twelve, answered late in January. */
    private static Response lived() {
        ServiceUnderTest.clock(CHRISTMAS_EVE);
        Response received = received();
        ServiceUnderTest.clock(Instant.parse("2026-12-24T11:00:00Z"));
        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        ServiceUnderTest.clock(Instant.parse("2026-12-24T12:00:00Z"));
        Response assigned = act("officer-1", acknowledged, "assignment", Map.of("officer", "officer-3"));
        ServiceUnderTest.clock(Instant.parse("2027-01-15T09:00:00Z"));
        Response answered = act("officer-3", assigned, "response", letter("Here."));
        answered.then().statusCode(200);
        ServiceUnderTest.clock(Instant.parse("2027-01-16T09:00:00Z"));
        return answered;
    }

    private static Response at(String who, Response enquiry, String moment) {
        return as(who).queryParam("at", moment).get("/enquiries/{id}", id(enquiry));
    }
}
