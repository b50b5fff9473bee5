package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What was somebody's who has left, and no post below anybody's carries on: whoever stands for them finds it. */
@QuarkusTest
class SuccessionTest extends AfterLeaving {

    @ParameterizedTest
    @CsvSource({
        "officer-succeeded, officer-2, the successor in the post",
        "officer-leaving, manager-1, the nearest above the vacant post",
        "director-leaving, member-services, member services since nobody is above"
    })
    void what_an_officer_who_has_left_had_asked_a_member_is_listed_to(String asker, String successor, String as) {
        String id = askedOfMember(asker);
        assertThat(left(successor)).as(as).doesNotContain(id);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item(successor, id)
                .body("because", equalTo("asker-left"))
                .body("since", equalTo("2027-07-01"))
                .body("officer.username", equalTo(asker))
                .body("responsible.username", equalTo("member-red-1"))
                .body("$", not(hasKey("holder")))
                .body("actions.find { it.action == 'withdrawal' }.allowed", is(true))
                .body("actions.find { it.action == 'response' }.allowed", is(false))
                .body("actions.find { it.action == 'assignment' }.allowed", is(false));
        as(council.key(), successor).get("/enquiries/{id}", id).then().statusCode(200);
        assertThat(found(successor, "/enquiries")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager-1", "officer-1", "member-services", "member-blue-1"})
    void who_does_not_stand_for_the_officer_learns_nothing_of_it(String other) {
        String id = askedOfMember("officer-succeeded");

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(left(other)).doesNotContain(id);
        assertThat(found(other, "/enquiries")).doesNotContain(id);
        Problems.assertProblem(as(council.key(), other).get("/enquiries/{id}", id), 404, "not-found");
    }

    @Test
    void whoever_stands_for_the_officer_takes_it_back() {
        String id = askedOfMember("officer-leaving");
        ServiceUnderTest.clock(THE_DAY_AFTER);
        String etag = item("manager-1", id).extract().path("items.find { it.id == '%s' }.etag".formatted(id));

        as(council.key(), "manager-1")
                .header("If-Match", etag)
                .body("{}")
                .post("/enquiries/{id}/withdrawal", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"));

        assertThat(left("manager-1")).doesNotContain(id);
        as(council.key(), "member-red-1").get("/enquiries/{id}", id).then().body("status", equalTo("withdrawn"));
    }

    @Test
    void what_is_with_a_vacant_post_that_nobody_stands_above_is_given_away_by_member_services() {
        String id = asked("member-red-1", "director-leaving");
        ServiceUnderTest.clock(THE_DAY_AFTER);
        item("member-services", id)
                .body("because", equalTo("left"))
                .body("actions.find { it.action == 'assignment' }.allowed", is(true))
                .body("actions.find { it.action == 'response' }.code", equalTo("not-yours-to-answer"));

        as(council.key(), "member-services")
                .header("If-Match", "*")
                .body(Map.of("officer", "officer-1"))
                .post("/enquiries/{id}/assignment", id)
                .then()
                .statusCode(200);

        assertThat(left("member-services")).doesNotContain(id);
        assertThat(found("officer-1", "/my-work")).contains(id);
    }

    @Test
    void what_a_member_who_has_left_had_asked_is_listed_to_member_services_and_stays_with_its_officer() {
        String id = asked("member-leaving", "officer-1");

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("member-services", id)
                .body("because", equalTo("asker-left"))
                .body("since", equalTo("2027-07-01"))
                .body("responsible.username", equalTo("officer-1"))
                .body("holder.username", equalTo("officer-1"))
                .body("actions.find { it.action == 'withdrawal' }.allowed", is(true))
                .body("actions.find { it.action == 'assignment' }.allowed", is(false));
        assertThat(left("officer-1")).doesNotContain(id);
        assertThat(found("officer-1", "/my-work")).contains(id);
    }

    private static String askedOfMember(String officer) {
        Response asked =
                as(council.key(), officer).body(OfficerToMemberTest.TO_MEMBER).post("/enquiries");
        asked.then().statusCode(201);
        return id(asked);
    }

    private static String asked(String member, String officer) {
        Response asked = as(council.key(), member)
                .body(Json.withText(own(), "addressee", officer))
                .post("/enquiries");
        asked.then().statusCode(201);
        return id(asked);
    }
}
