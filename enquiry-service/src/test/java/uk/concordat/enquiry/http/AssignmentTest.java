package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;

/** An enquiry is given to another officer, to whom falls what is still owed. */
@QuarkusTest
class AssignmentTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"officer-1", "manager-1", "director-1", "head-of-paid-service"})
    void its_officer_and_those_above_give_it_to_another(String who) {
        assign(received(), who, "officer-2")
                .then()
                .statusCode(200)
                .body("status", equalTo("received"))
                .body("officer.username", equalTo("officer-2"))
                .body("deadlines.responsible.username", everyItem(equalTo("officer-2")))
                .body("deadlines.dueOn", contains("2026-12-30", "2027-01-12"));
    }

    @Test
    void the_officer_before_sees_it_no_more_and_the_new_one_does() {
        Response received = received();

        assign(received, "officer-1", "officer-2");

        for (String before : new String[] {"officer-1", "manager-1", "director-1"}) {
            Problems.assertProblem(read(before, received), 404, "not-found");
            assertThat(Json.each(Json.of(as(before).get("/enquiries?limit=200")).get("items"), "id"))
                    .doesNotContain(id(received));
        }
        for (String now : new String[] {
            "officer-2", "manager-2", "director-2", "head-of-paid-service", "member-red-1", "member-services"
        }) {
            read(now, received).then().statusCode(200);
        }
        as("officer-2").get("/enquiries?limit=1").then().body("items[0].id", equalTo(id(received)));
        act("officer-2", read("officer-2", received), "response", letter("Here."))
                .then()
                .statusCode(200);
    }

    @Test
    void the_history_says_who_gave_it_to_whom_and_why() {
        Response received = received();
        act("manager-1", received, "assignment", Map.of("officer", "officer-2", "reason", "A matter of housing."));

        JsonNode assigned = history(COUNCIL, "member-red-1", received).get(1);

        assertThat(assigned.get("event").asText()).isEqualTo("assigned");
        assertThat(assigned.at("/by/username").asText()).isEqualTo("manager-1");
        assertThat(assigned.at("/to/username").asText()).isEqualTo("officer-2");
        assertThat(assigned.get("text").asText()).isEqualTo("A matter of housing.");
    }

    @Test
    void the_topic_is_told_to_whom_each_deadline_falls_and_not_why() {
        Response received = received();
        act("manager-1", received, "assignment", Map.of("officer", "officer-2", "reason", "A matter of housing."));

        JsonNode told = Published.await(COUNCIL, id(received), "assigned");

        assertThat(Json.each(told.get("deadlines"), "action")).containsExactly("reassigned", "reassigned");
        assertThat(Json.each(told.get("deadlines"), "revision")).containsExactly("1", "1");
        for (JsonNode deadline : told.get("deadlines")) {
            assertThat(deadline.at("/responsible/personId").asText())
                    .isEqualTo(Cast.of(COUNCIL).person("officer-2").toString());
            assertThat(deadline.at("/responsible/postId").asText())
                    .isEqualTo(Cast.of(COUNCIL).post("officer-2").toString());
            assertThat(deadline.has("told")).isFalse();
        }
        assertThat(told.toString()).doesNotContain("housing");
    }

    @Test
    void only_what_is_still_owed_falls_to_the_new_officer() {
        Response acknowledged = act("officer-1", received(), "acknowledgement", letter("Seen."));

        assign(acknowledged, "officer-1", "officer-2")
                .then()
                .body("deadlines.responsible.username", contains("officer-1", "officer-2"));
        assertThat(Published.await(COUNCIL, id(acknowledged), "assigned")
                        .get("deadlines")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void of_what_was_missed_the_new_officer_and_the_manager_are_told() {
        Response received = received();
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));

        assign(received, "manager-1", "officer-2");

        JsonNode assigned = history(COUNCIL, "member-red-1", received).get(2);
        assertThat(assigned.get("event").asText()).isEqualTo("assigned");
        assertThat(Json.each(assigned.get("told"), "toldAs")).containsExactly("responsible-officer", "line-manager");
        assertThat(assigned.at("/told/0/person/username").asText()).isEqualTo("officer-2");
        assertThat(assigned.at("/told/1/person/username").asText()).isEqualTo("manager-2");
        JsonNode missed = Published.await(COUNCIL, id(received), "assigned").at("/deadlines/0");
        assertThat(missed.get("status").asText()).isEqualTo("missed");
        assertThat(missed.get("told").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, unknown-officer",
        "Officer-2, unknown-officer",
        "member-red-2, unknown-officer",
        "member-red-1, unknown-officer",
        "coopted-voting, unknown-officer",
        "harlow.officer-2, unknown-officer",
        "officer-1, already-with-officer",
        "manager-1, assigned-to-oneself"
    })
    void an_officer_to_whom_it_cannot_be_given_is_refused(String officer, String code) {
        Response received = received();
        Stored before = Stored.now();

        Problems.assertProblem(assign(received, "manager-1", officer), 422, code);
        before.assertUnchanged();
    }

    @Test
    void nobody_is_given_it_who_has_left_or_holds_no_post() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");

        Problems.assertProblem(
                act(council.key(), "manager-1", asked, "assignment", Map.of("officer", "officer-gone")),
                422,
                "unknown-officer");
        Problems.assertProblem(
                act(council.key(), "manager-1", asked, "assignment", Map.of("officer", "officer-idle")),
                422,
                "officer-without-post");
    }

    @ParameterizedTest
    @CsvSource({
        "officer-2, 404, not-found",
        "manager-2, 404, not-found",
        "member-red-2, 404, not-found",
        "member-red-1, 403, not-yours-to-assign",
        "member-services, 403, not-yours-to-assign"
    })
    void who_does_not_answer_for_it_cannot_give_it_away(String who, int status, String code) {
        Response received = received();
        Stored before = Stored.now();

        Problems.assertProblem(assign(received, who, "officer-3"), status, code);
        // Nor do they learn by it whether somebody is an officer.
        Problems.assertProblem(assign(received, who, "nobody"), status, code);
        before.assertUnchanged();
    }

    @Test
    void what_has_ended_is_given_to_nobody() {
        Response answered = act("officer-1", received(), "response", letter("Done."));
        Response withdrawn = act("member-red-1", received(), "withdrawal", "{}");

        Problems.assertProblem(assign(answered, "manager-1", "officer-2"), 409, "already-answered");
        Problems.assertProblem(assign(withdrawn, "manager-1", "officer-2"), 409, "withdrawn");
        Problems.assertProblem(assign(withdrawn, "manager-1", "nobody"), 409, "withdrawn");
    }

    private static Response assign(Response seen, String who, String officer) {
        return act(who, seen, "assignment", Map.of("officer", officer));
    }
}
