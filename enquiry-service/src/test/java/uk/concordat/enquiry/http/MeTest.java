package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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
}
