package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

@QuarkusTest
class MeTest extends OverHttp {

    @Test
    void an_officer_is_told_who_they_are_and_the_posts_they_hold() {
        as("member-services")
                .get("/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("username", equalTo("member-services"))
                .body("name", equalTo("Beatrix Holm"))
                .body("kind", equalTo("officer"))
                .body("group", nullValue())
                .body("council", equalTo(COUNCIL))
                .body("posts.post", contains("member-services"))
                .body("posts[0].title", equalTo("Member Services Manager"))
                .body("posts[0].roles", hasItems("member-services", "officer"));
    }

    @Test
    void a_member_is_told_their_group_and_holds_a_post_only_where_they_lead_or_chair() {
        as("member-red-1")
                .get("/me")
                .then()
                .body("kind", equalTo("member"))
                .body("group", equalTo("red"))
                .body("posts", empty());
        as("leader-red").get("/me").then().body("posts.post", contains("leader-red"));
    }

    @Test
    void the_same_name_in_another_council_is_another_person() {
        as("harlow", "member-red-1")
                .get("/me")
                .then()
                .statusCode(200)
                .body("council", equalTo("harlow"))
                .body("username", equalTo("member-red-1"));
    }

    @Test
    void an_operator_is_nobody_in_a_council_and_is_told_those_to_see_to() {
        asOperator()
                .get("/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("kind", equalTo("operator"))
                .body("councils", hasItems("city-of-london", "harlow"))
                .body("council", nullValue());
    }

    @Test
    void the_monitoring_officer_is_told_the_role_by_which_they_act() {
        as("monitoring-officer")
                .get("/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("officer"))
                .body("posts.roles.flatten()", hasItem("monitoring-officer"));
    }

    @Test
    void an_integration_is_nobodys_person_and_is_told_so() {
        Response answer = asBearer(ServiceUnderTest.tokens().forIntegration(COUNCIL, "people:import"))
                .get("/me");

        Problems.assertProblem(answer, 403, "no-person", "of an integration, which is nobody's person");
    }

    @Test
    void who_has_left_is_told_until_when_they_were_in_office_and_whom_the_council_does_not_know_that_it_does_not() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();

        Problems.assertProblem(
                as(council.key(), "officer-gone").get("/me"), 403, "person-not-known", "in office until 2026-12-01");
        Problems.assertProblem(as(council.key(), "nobody").get("/me"), 403, "person-not-known", "knows nobody");
    }
}
