package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class AnsweringTest extends OverHttp {

    private static final Instant NINTH_OF_JANUARY = Instant.parse("2027-01-09T10:00:00Z");
    private static final Instant THIRTEENTH_OF_JANUARY = Instant.parse("2027-01-13T00:00:00Z");

    @Test
    @Rule("COL-28")
    void an_acknowledgement_meets_its_deadline_and_gives_the_case_a_new_etag() {
        Response received = received();

        Response acknowledged = act("officer-1", received, "acknowledgement", letter("It is being looked at."));

        acknowledged
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(received.header("ETag"))))
                .header("Cache-Control", "no-store")
                .header("Location", nullValue())
                .body("id", equalTo(id(received)))
                .body("status", equalTo("acknowledged"))
                .body("acknowledgement.text", equalTo("It is being looked at."))
                .body("acknowledgement.by.username", equalTo("officer-1"))
                .body("deadlines.status", contains("met", "open"));
        as("officer-1")
                .get("/enquiries/{id}", id(received))
                .then()
                .header("ETag", acknowledged.header("ETag"))
                .body(equalTo(acknowledged.asString()));
    }

    @Test
    @Rule({"COL-29", "COL-31"})
    void an_answer_without_acknowledgement_settles_both_deadlines() {
        act("officer-1", received(), "response", letter("By Friday."))
                .then()
                .statusCode(200)
                .body("status", equalTo("answered"))
                .body("response.text", equalTo("By Friday."))
                .body("$", not(hasKey("acknowledgement")))
                .body("deadlines.status", contains("met", "met"));
    }

    @Test
    void somebody_above_in_the_line_may_answer_for_the_officer() {
        Response acknowledged = act("manager-1", received(), "acknowledgement", letter("Grace here."));

        act("head-of-paid-service", acknowledged, "response", letter("By Friday."))
                .then()
                .statusCode(200)
                .body("acknowledgement.by.username", equalTo("manager-1"))
                .body("response.by.username", equalTo("head-of-paid-service"));
    }

    @Test
    void a_withdrawn_enquiry_owes_nothing_any_more() {
        act("member-red-1", received(), "withdrawal", Map.of("reason", "Mended."))
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("overdue", is(false))
                .body("deadlines.status", contains("withdrawn", "withdrawn"));
    }

    @Test
    void the_officer_who_logged_it_may_withdraw_it_without_saying_why() {
        act("member-services", received(), "withdrawal", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void unmet_dates_that_have_passed_make_an_enquiry_overdue_and_the_last_moment_is_still_in_time() {
        String id = id(received());

        ServiceUnderTest.clock(Instant.parse("2026-12-30T23:58:00Z"));
        as("officer-1").get("/enquiries/{id}", id).then().body("overdue", is(false));
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));
        as("officer-1").get("/enquiries/{id}", id).then().body("overdue", is(true));
    }

    @Test
    @Rule("COL-28")
    void a_late_acknowledgement_is_taken_and_records_its_breach_before_itself() {
        Response received = received();
        ServiceUnderTest.clock(NINTH_OF_JANUARY);

        Response late = act("officer-1", received, "acknowledgement", letter("Sorry."));

        late.then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("overdue", is(false))
                .body("deadlines.status", contains("met-late", "open"));
        as("member-red-1")
                .get("/enquiries/{id}/history", id(received))
                .then()
                .body("items.event", contains("received", "deadline-breached", "acknowledged"))
                .body("items[1].deadlines", contains("acknowledgement"));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void an_answer_at_the_very_moment_of_dueAt_is_late_and_breaches_all_that_was_open() {
        Response received = received();
        ServiceUnderTest.clock(THIRTEENTH_OF_JANUARY);

        act("officer-1", received, "response", letter("At last."))
                .then()
                .statusCode(200)
                .body("status", equalTo("answered"))
                .body("overdue", is(false))
                .body("deadlines.status", contains("met-late", "met-late"));
        as("officer-1")
                .get("/enquiries/{id}/history", id(received))
                .then()
                .body("items.event", contains("received", "deadline-breached", "deadline-breached", "answered"));
    }

    @Test
    void a_withdrawal_releases_what_is_not_due_and_leaves_what_was_missed() {
        Response received = received();
        ServiceUnderTest.clock(NINTH_OF_JANUARY);

        act("member-red-1", received, "withdrawal", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("overdue", is(false))
                .body("deadlines.status", contains("missed", "withdrawn"));
    }

    @Test
    void a_withdrawn_enquiry_can_be_neither_acknowledged_nor_answered_nor_withdrawn_again() {
        Response withdrawn = act("member-red-1", received(), "withdrawal", "{}");
        Stored before = Stored.now();

        Problems.assertProblem(act("officer-1", withdrawn, "acknowledgement", letter("Late.")), 409, "withdrawn");
        Problems.assertProblem(act("officer-1", withdrawn, "response", letter("Late.")), 409, "withdrawn");
        Problems.assertProblem(act("member-red-1", withdrawn, "withdrawal", "{}"), 409, "withdrawn");
        before.assertUnchanged();
    }

    @Test
    @Rule("COL-31")
    void an_enquiry_is_acknowledged_once_answered_once_and_not_acknowledged_after_its_answer() {
        Response acknowledged = act("officer-1", received(), "acknowledgement", letter("Seen."));
        Problems.assertProblem(
                act("officer-1", acknowledged, "acknowledgement", letter("Seen.")), 409, "already-acknowledged");
        Response answered = act("officer-1", acknowledged, "response", letter("Done."));
        Stored before = Stored.now();

        Response refused = act("officer-1", answered, "acknowledgement", letter("Seen."));
        Problems.assertProblem(refused, 409, "already-answered");
        refused.then()
                .body("rule", equalTo("COL-31"))
                .body("council", equalTo(COUNCIL))
                .body("paragraph", equalTo("7"))
                .body("reading", equalTo("ours"));
        Problems.assertProblem(act("officer-1", answered, "response", letter("Done.")), 409, "already-answered");
        Problems.assertProblem(act("member-red-1", answered, "withdrawal", "{}"), 409, "already-answered");
        before.assertUnchanged();
    }

    @Test
    void who_knows_the_enquiry_but_has_not_that_part_in_it_is_told_so() {
        Response received = received();
        Stored before = Stored.now();

        Problems.assertProblem(act("member-red-1", received, "response", letter("Me.")), 403, "not-yours-to-answer");
        Problems.assertProblem(
                act("member-services", received, "acknowledgement", letter("Me.")), 403, "not-yours-to-answer");
        Problems.assertProblem(act("officer-1", received, "withdrawal", "{}"), 403, "not-yours-to-withdraw");
        Problems.assertProblem(act("director-1", received, "withdrawal", "{}"), 403, "not-yours-to-withdraw");
        before.assertUnchanged();
    }
}
