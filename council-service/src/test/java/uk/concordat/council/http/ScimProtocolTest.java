package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static uk.concordat.council.http.ScimClient.ENTERPRISE;
import static uk.concordat.council.http.ScimClient.body;
import static uk.concordat.council.http.ScimFaultsTest.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What RFC 7644 lets a client do, and what it lets a provider leave out. */
@QuarkusTest
class ScimProtocolTest extends OverHttp {

    private static final String COUNCIL = "patched";
    private static final ScimClient DIRECTORY = new ScimClient(COUNCIL);
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    @BeforeEach
    void theCouncilIsKnown() {
        known(COUNCIL);
    }

    private static String created(String userName) {
        return DIRECTORY.created(body("entra/create", Map.of("userName", userName, "externalId", "x-" + userName)));
    }

    private static ValidatableResponse patched(String id, String operations) {
        return DIRECTORY.patch(
                id,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}"
                        .formatted(operations));
    }

    private static ValidatableResponse search(String resources, String request) {
        return DIRECTORY
                .request()
                .body(request)
                .post("/scim/v2/" + resources + "/.search")
                .then();
    }

    @Test
    void names_of_attributes_are_the_same_in_capitals_and_small_letters() {
        String id = DIRECTORY
                .post(
                        "{\"Schemas\":[\"%s\"],\"USERNAME\":\"any.case\",\"DisplayName\":\"Any Case\",\"EMAILS\":[{\"VALUE\":\"any@council.example\",\"Type\":\"work\"}],\"Active\":\"True\"}"
                                .formatted(CORE))
                .statusCode(201)
                .body("userName", equalTo("any.case"))
                .body("emails[0].value", equalTo("any@council.example"))
                .extract()
                .path("id");

        patched(id, """
                        {"Op":"REPLACE","Path":"DISPLAYNAME","Value":"Other Case"},
                        {"op":"replace","path":"Emails[Type eq \\"work\\"].Value","value":"other@council.example"},
                        {"op":"replace","path":"URN:ietf:params:scim:schemas:extension:enterprise:2.0:User:Department","value":"Housing"},
                        {"op":"replace","value":{"ACTIVE":"false"}}""")
                .statusCode(200)
                .body("displayName", equalTo("Other Case"))
                .body("emails[0].value", equalTo("other@council.example"))
                .body(ENTERPRISE + ".department", equalTo("Housing"))
                .body("active", equalTo(false));
        DIRECTORY.found("USERNAME EQ \"any.case\" AND Active eq false").body("Resources.id", equalTo(List.of(id)));
        DIRECTORY
                .list(
                        Map.of(
                                "filter",
                                "userName eq \"any.case\"",
                                "attributes",
                                "USERNAME,Emails.Value,urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:DEPARTMENT,Name.MiddleName"))
                .body("Resources[0].userName", equalTo("any.case"))
                .body("Resources[0]." + ENTERPRISE, equalTo(Map.of("department", "Housing")))
                .body("Resources[0]", hasKey("emails"))
                .body("Resources[0]", not(hasKey("name")))
                .body("Resources[0]", not(hasKey("displayName")));
    }

    @Test
    void an_address_that_there_is_not_is_no_target_of_a_replacement_and_may_be_added() {
        String id = created("addresses");

        patched(id, "{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\"]\"}")
                .statusCode(200)
                .body("$", not(hasKey("emails")));
        refused(
                        patched(
                                id,
                                "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"a@b.example\"}"),
                        400)
                .body("scimType", equalTo("noTarget"));
        patched(id, "{\"op\":\"add\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"a@b.example\"}")
                .statusCode(200)
                .body("emails.value", equalTo(List.of("a@b.example")))
                .body("emails.type", equalTo(List.of("work")));
    }

    @Test
    void a_page_of_none_tells_how_many_there_are_and_one_beyond_the_end_has_nobody() {
        DIRECTORY
                .list(Map.of("count", 0))
                .statusCode(200)
                .body("totalResults", greaterThan(40))
                .body("itemsPerPage", equalTo(0))
                .body("Resources", hasSize(0));
        DIRECTORY
                .list(Map.of("startIndex", 100_000, "count", 10))
                .statusCode(200)
                .body("totalResults", greaterThan(40))
                .body("startIndex", equalTo(100_000))
                .body("itemsPerPage", equalTo(0));
    }

    @Test
    void an_order_that_is_asked_for_is_not_kept_and_no_fault_since_none_is_promised() {
        DIRECTORY
                .list(Map.of("sortBy", "userName", "sortOrder", "descending", "count", 3))
                .statusCode(200)
                .body("Resources", hasSize(3));
    }

    @Test
    void a_search_in_a_body_finds_what_one_in_the_address_does() {
        String id = created("searched");

        search("Users", """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                         "filter":"userName eq \\"searched\\"","startIndex":1,"count":10,"attributes":["userName"],"sortBy":"userName"}""")
                .statusCode(200)
                .body("totalResults", equalTo(1))
                .body("Resources[0].id", equalTo(id))
                .body("Resources[0]", not(hasKey("emails")));
        search("Groups", "{\"count\":0}").statusCode(200).body("Resources", hasSize(0));
        refused(search("Users", "{\"filter\":\"userName eq\"}"), 400).body("scimType", equalTo("invalidFilter"));
        refused(search("Users", "{\"attributes\":\"userName\"}"), 400).body("scimType", equalTo("invalidValue"));
        refused(search("Users", "{\"count\":{}}"), 400).body("scimType", equalTo("invalidValue"));
        refused(search("Users", "{\"schemas\":[\"urn:x\"]}"), 400).body("scimType", equalTo("invalidValue"));
    }

    @Test
    void whoever_has_a_version_already_is_not_sent_it_again() {
        String id = created("versions");
        String version = DIRECTORY.get(id).extract().header("ETag");

        DIRECTORY
                .request()
                .header("If-None-Match", version)
                .get("/scim/v2/Users/{id}", id)
                .then()
                .statusCode(304)
                .body(equalTo(""));
        DIRECTORY.patch(id, body("entra/disable")).statusCode(200);
        DIRECTORY
                .request()
                .header("If-None-Match", version)
                .get("/scim/v2/Users/{id}", id)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
    }

    @Test
    void what_is_not_provided_is_told_in_scims_words() {
        refused(DIRECTORY.request().get("/scim/v2/Me").then(), 404);
        refused(
                DIRECTORY
                        .request()
                        .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[]}")
                        .post("/scim/v2/Bulk")
                        .then(),
                404);
        refused(DIRECTORY.request().body("{}").post("/scim/v2/.search").then(), 404);
        refused(DIRECTORY.request().get("/scim/v2/").then(), 404);
        refused(DIRECTORY.request().get("/scim/v2").then(), 404);
    }

    @Test
    void what_a_schema_that_nobody_here_knows_says_is_passed_over_beside_the_users_own() {
        DIRECTORY
                .post(
                        "{\"schemas\":[\"%s\",\"urn:x:shoes\"],\"userName\":\"other.schemas\",\"urn:x:shoes\":{\"size\":44}}"
                                .formatted(CORE))
                .statusCode(201)
                .body("$", not(hasKey("urn:x:shoes")));
        String id = created("schemas");
        refused(
                        DIRECTORY.patch(
                                id, "{\"schemas\":[\"urn:x\"],\"Operations\":[{\"op\":\"remove\",\"path\":\"name\"}]}"),
                        400)
                .body("scimType", equalTo("invalidValue"));
    }

    @Test
    void whoever_is_made_inactive_deleted_and_made_again_is_the_same_and_their_earlier_time_stays() {
        String id = created("soft.deleted");
        String today = told(COUNCIL, "person/" + id).getString("from");

        DIRECTORY.patch(id, body("entra/disable")).statusCode(200).body("active", equalTo(false));
        DIRECTORY.delete(id).statusCode(204);
        eventually()
                .until(() -> as(COUNCIL, "officer-1")
                                .get("/councils/{council}/people/soft.deleted?on={day}", COUNCIL, today)
                                .statusCode()
                        == 200);
        assertThat(created("soft.deleted")).isEqualTo(id);

        DIRECTORY.get(id).statusCode(200).body("active", equalTo(true));
        assertThat(told(COUNCIL, "person/" + id).getString("from")).isEqualTo(today);
    }
}
