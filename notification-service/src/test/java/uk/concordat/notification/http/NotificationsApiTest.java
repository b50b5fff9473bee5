package uk.concordat.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.WrongMethods;

@QuarkusTest
class NotificationsApiTest extends OverHttp {

    @Test
    void pages_follow_each_other_newest_first_without_a_hole_or_a_double() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Enquiry enquiry = enquiry(HARLOW, "finance-officer")
                    .says("received", Mention.of("set"))
                    .says("deadline-breached", Mention.of("breached").told("finance-officer", "responsible-officer"));
            references.addFirst(enquiry.reference());
        }

        List<String> read = new ArrayList<>();
        String next = "";
        List<Integer> sizes = new ArrayList<>();
        while (next != null) {
            JsonPath page = as(HARLOW, "finance-officer")
                    .get("/notifications?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .extract()
                    .jsonPath();
            List<String> items = page.getList("items.case.reference");
            read.addAll(items);
            sizes.add(items.size());
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(read).containsExactlyElementsOf(references);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void somebody_who_has_been_told_nothing_reads_an_empty_page() {
        as(CITY, "member-lone")
                .get("/notifications")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=ten", "limit=1.5", "limit=9999999999"})
    void a_limit_that_is_none_is_named(String query) {
        as(CITY, "officer-1")
                .get("/notifications?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=1", "after='; drop table notification; --"})
    void an_after_that_is_none_is_named(String query) {
        as(CITY, "officer-1")
                .get("/notifications?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-after"));
    }

    @Test
    void a_limit_above_the_most_counts_as_the_most() {
        as(CITY, "officer-1").get("/notifications?limit=1000").then().statusCode(200);
    }

    @Test
    void without_a_token_nothing_is_read() {
        given().get("/notifications")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("no-token"));
    }

    @Test
    void an_expired_or_forged_token_reads_nothing() {
        String expired = ServiceUnderTest.tokens()
                .forPerson(CITY, "officer-1", Instant.now().minusSeconds(3600));
        for (String token : List.of(expired, "not.a.token", expired.substring(0, expired.length() - 4) + "AAAA")) {
            given().auth()
                    .oauth2(token)
                    .get("/notifications")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void an_operator_and_whoever_the_council_does_not_know_read_nothing() {
        given().auth()
                .oauth2(ServiceUnderTest.tokens().operator())
                .get("/notifications")
                .then()
                .statusCode(403)
                .body("code", equalTo("no-council"));
        as(CITY, "nobody").get("/notifications").then().statusCode(403).body("code", equalTo("person-not-known"));
        as("wonderland", "officer-1")
                .get("/notifications")
                .then()
                .statusCode(403)
                .body("code", equalTo("council-not-known"));
    }

    @Test
    void only_reading_is_offered() {
        as(CITY, "officer-1").delete("/notifications").then().statusCode(405);
        as(CITY, "officer-1")
                .get("/notifications/{id}", "018f0000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whoever_asks_by_a_wrong_method_is_told_the_right_ones() {
        WrongMethods.areToldTheRightOnes(ServiceUnderTest.tokens().forPerson(CITY, "officer-1"));
    }

    @Test
    void me_says_who_i_am_here() {
        as(CITY, "manager-1")
                .get("/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("manager-1"))
                .body("posts.post", hasItem("manager-1"));
    }

    @Test
    void the_edge_is_described_as_openapi_and_health_is_told() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.'/notifications'.get.summary", equalTo("What I have been told, newest first"))
                .body("components.schemas.keySet()", hasItem("Notification"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("replica of council data"))
                .body("checks.status", not(hasItem("DOWN")));
    }
}
