package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Cast;
import uk.concordat.protocols.testing.Rule;

/** An enquiry names an officer, and its logger names a member; both of the same council and in office. */
@QuarkusTest
class PeopleNamedTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "Officer-1",
                "officer-1 ",
                "Daniel Ashcombe",
                "harlow.officer-1",
                "member-red-2",
                "leader-blue",
                "coopted-voting",
                "💡"
            })
    void an_addressee_who_is_no_officer_of_the_council_is_refused(String addressee) {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(Json.withText(own(), "addressee", addressee))
                        .post("/enquiries"),
                422,
                "unknown-officer");
        before.assertUnchanged();
    }

    @Test
    void nobody_is_named_by_an_id_least_of_all_another_councils_officer() {
        Stored before = Stored.now();
        for (String council : List.of("harlow", COUNCIL)) {
            String id = Cast.of(council).person("officer-1").toString();
            Problems.assertProblem(
                    as("member-red-1")
                            .body(Json.withText(own(), "addressee", id))
                            .post("/enquiries"),
                    422,
                    "unknown-officer");
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", " ", "officer-2", "member-services", "harlow.member-red-1", "Member-red-1"})
    void an_enquiry_logged_for_somebody_who_is_no_member_is_refused(String member) {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-services")
                        .body(Json.withText(logged(), "onBehalfOf", member))
                        .post("/enquiries"),
                422,
                "unknown-member");
        before.assertUnchanged();
    }

    @Test
    @Rule("COL-27")
    void an_officer_who_names_no_member_is_told_to() {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-services").body(own()).post("/enquiries"), 422, "member-missing", "onBehalfOf");
        Problems.assertProblem(
                as("member-services")
                        .body(Json.with(logged(), "onBehalfOf", "null"))
                        .post("/enquiries"),
                422,
                "member-missing");
        before.assertUnchanged();
    }

    @Test
    void a_member_logs_nothing_for_another_nor_for_themselves() {
        Stored before = Stored.now();
        for (String member : List.of("member-red-2", "member-red-1")) {
            Problems.assertProblem(
                    as("member-red-1")
                            .body(Json.withText(own(), "onBehalfOf", member))
                            .post("/enquiries"),
                    403,
                    "only-officers-log");
        }
        before.assertUnchanged();
    }

    @Test
    @Rule("COL-27")
    void an_officer_who_says_no_time_logs_what_came_in_now() {
        as("officer-2")
                .body(Json.without(logged(), "receivedAt"))
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("loggedBy.username", equalTo("officer-2"))
                .body("deadlines[0].proof.received", equalTo("2026-12-24"));
    }

    @Test
    void an_officer_may_log_what_a_member_asked_that_very_officer() {
        as("officer-1")
                .body(logged())
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("loggedBy.username", equalTo("officer-1"))
                .body("officer.username", equalTo("officer-1"))
                .body(
                        "actions.findAll { it.allowed }.action",
                        containsInAnyOrder("acknowledgement", "holding-reply", "response", "assignment", "withdrawal"));
    }
}
