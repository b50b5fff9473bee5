package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** An officer asks a member: it is between the two of them, and the member owes an answer in five days as a target. */
@QuarkusTest
class OfficerToMemberTest extends OverHttp {

    private static final String HARLOW = "harlow";

    static final String TO_MEMBER = """
            {"kind":"question","subject":"Your surgery","text":"When is your next surgery?","factual":true,
             "channel":"email","addressee":"member-red-1"}""";

    @Test
    @Rule("HAR-38")
    void it_is_owed_by_the_member_in_five_working_days() {
        asked().then()
                .statusCode(201)
                .body("direction", equalTo("officer-to-member"))
                .body("member.username", equalTo("member-red-1"))
                .body("officer.username", equalTo("officer-1"))
                .body("$", not(hasKey("capacity")))
                .body("deadlines.kind", contains("first-response"))
                .body("deadlines.dueOn", contains("2027-01-05"))
                .body("deadlines[0].responsible.username", equalTo("member-red-1"))
                .body("deadlines[0].basis.rule", equalTo("HAR-38"));
    }

    @Test
    @Rule("HAR-38")
    void the_member_answers_and_the_target_is_met() {
        Response asked = asked();

        act(HARLOW, "member-red-1", asked, "response", letter("On Friday."))
                .then()
                .statusCode(200)
                .body("status", equalTo("answered"))
                .body("response.by.username", equalTo("member-red-1"))
                .body("deadlines.status", contains("met"));
        read(HARLOW, "officer-1", asked).then().body("response.text", equalTo("On Friday."));
    }

    @Test
    @Rule("HAR-38")
    void a_member_may_acknowledge_without_any_date() {
        act(HARLOW, "member-red-1", asked(), "acknowledgement", letter("Seen."))
                .then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("deadlines.status", contains("open"));
    }

    @Test
    @Rule("HAR-38")
    void late_it_is_told_to_the_two_of_them_and_climbs_nowhere() {
        Response asked = asked();
        ServiceUnderTest.clock(Instant.parse("2027-01-06T00:00:00Z"));

        act(HARLOW, "member-red-1", asked, "response", letter("Sorry."))
                .then()
                .body("deadlines.status", contains("met-late"));

        JsonNode breach = history(HARLOW, "officer-1", asked).get(1);
        assertThat(breach.get("event").asText()).isEqualTo("deadline-breached");
        assertThat(Json.each(breach.get("told"), "toldAs")).containsExactly("responsible-member", "asking-officer");
        JsonNode told = Published.await(HARLOW, id(asked), "deadline-breached").at("/deadlines/0");
        assertThat(Json.each(told.get("told"), "personId"))
                .containsExactly(
                        Cast.of(HARLOW).person("member-red-1").toString(),
                        Cast.of(HARLOW).person("officer-1").toString());
        assertThat(told.get("climbs").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "harlow, manager-1",
        "harlow, director-1",
        "harlow, head-of-paid-service",
        "harlow, member-services",
        "harlow, monitoring-officer",
        "harlow, officer-2",
        "harlow, member-red-2",
        "harlow, leader-red",
        "city-of-london, officer-1",
        "city-of-london, member-red-1"
    })
    @Rule("HAR-38")
    void to_all_others_their_superiors_among_them_it_does_not_exist(String council, String other) {
        Response asked = asked();

        Problems.assertProblem(read(council, other, asked), 404, "not-found");
        Problems.assertProblem(as(council, other).get("/enquiries/{id}/history", id(asked)), 404, "not-found");
        for (String act : ACTS) {
            Problems.assertProblem(act(council, other, asked, act, letter("Me.")), 404, "not-found");
        }
        for (String list :
                List.of("/enquiries?limit=200", "/my-work?limit=200", "/enquiries?member=member-red-1&limit=200")) {
            assertThat(Json.each(Json.of(as(council, other).get(list)).get("items"), "id"))
                    .doesNotContain(id(asked));
        }
    }

    @Test
    void it_stands_on_the_members_desk_and_in_both_their_lists() {
        String id = id(asked());

        as(HARLOW, "member-red-1")
                .get("/my-work?limit=200")
                .then()
                .body("items.id.contains('%s')".formatted(id), is(true));
        as(HARLOW, "officer-1")
                .get("/my-work?limit=200")
                .then()
                .body("items.id.contains('%s')".formatted(id), is(false));
        for (String either : List.of("member-red-1", "officer-1")) {
            as(HARLOW, either)
                    .get("/enquiries?limit=1")
                    .then()
                    .body("items[0].id", equalTo(id))
                    .body("items[0].direction", equalTo("officer-to-member"))
                    .body("items[0].responsible.username", equalTo("member-red-1"));
        }
    }

    @Test
    void an_officer_asks_in_no_members_capacity() {
        assertRefused(Json.withText(TO_MEMBER, "capacity", "ward"), 422, "capacity-is-a-members");
    }

    @Test
    void an_officer_who_asks_states_no_time_of_receipt() {
        assertRefused(
                Json.withText(TO_MEMBER, "receivedAt", "2026-12-23T10:00:00Z"), 403, "receipt-not-yours-to-state");
    }

    @Test
    void a_departure_is_refused_where_no_rule_is_departed_from() {
        assertRefused(
                Json.with(TO_MEMBER, "departure", "{\"rule\":\"HAR-34\",\"reason\":\"Urgent.\"}"),
                422,
                "nothing-to-depart-from");
    }

    private static void assertRefused(String body, int status, String code) {
        Stored before = Stored.now();

        Problems.assertProblem(as(HARLOW, "officer-1").body(body).post("/enquiries"), status, code);
        before.assertUnchanged();
    }

    @Test
    void who_holds_no_post_asks_no_member() {
        OwnCouncil council = OwnCouncil.underHarlowsPack();

        Problems.assertProblem(
                as(council.key(), "officer-idle").body(TO_MEMBER).post("/enquiries"), 403, "asking-without-post");
        as(council.key(), "officer-2").body(TO_MEMBER).post("/enquiries").then().statusCode(201);
    }

    @Test
    void a_member_asks_no_member() {
        Problems.assertProblem(
                as(HARLOW, "member-red-2")
                        .body(Json.withText(own(), "addressee", "member-red-1"))
                        .post("/enquiries"),
                422,
                "unknown-officer");
    }

    @Test
    void a_member_is_asked_in_person_so_it_is_given_to_nobody_else() {
        Problems.assertProblem(
                act(HARLOW, "member-red-1", asked(), "assignment", Map.of("officer", "officer-2")),
                409,
                "asked-of-a-member");
    }

    @Test
    @Rule("COL-28")
    void a_protocol_that_says_nothing_of_it_sets_no_clock() {
        Response asked = as("officer-1").body(TO_MEMBER).post("/enquiries");

        asked.then().statusCode(201).body("deadlines", empty());
        act("member-red-1", asked, "response", letter("On Friday.")).then().statusCode(200);
    }

    @Test
    void the_topic_is_told_in_its_own_words() {
        Response asked = asked();

        JsonNode told = Published.await(HARLOW, id(asked), "put-to-member");

        assertThat(told.get("member").asText())
                .isEqualTo(Cast.of(HARLOW).person("member-red-1").toString());
        assertThat(told.at("/deadlines/0/responsible").has("postId")).isFalse();
        assertThat(told.toString()).doesNotContain("surgery");
    }

    private static Response asked() {
        Response asked = as(HARLOW, "officer-1").body(TO_MEMBER).post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }
}
