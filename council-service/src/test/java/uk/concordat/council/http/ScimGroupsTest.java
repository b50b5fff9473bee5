package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** The groups of a directory, as Entra ID and Okta keep them. */
@QuarkusTest
class ScimGroupsTest extends OverHttp {

    private static final String COUNCIL = "beside-directory";
    private static final ScimClient DIRECTORY = new ScimClient(COUNCIL);
    private static final String GROUPS = "/scim/v2/Groups";

    @BeforeEach
    void theCouncilIsKnown() {
        known(COUNCIL);
    }

    private static String person(String userName) {
        return DIRECTORY
                .found("userName eq \"%s\"".formatted(userName))
                .extract()
                .path("Resources[0].id");
    }

    private static ValidatableResponse post(String group) {
        return DIRECTORY.request().body(group).post(GROUPS).then();
    }

    private static String created(String displayName) {
        return post("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\",\"externalId\":\"x-%s\",\"meta\":{\"resourceType\":\"Group\"}}"
                        .formatted(displayName, displayName))
                .statusCode(201)
                .body("displayName", equalTo(displayName))
                .extract()
                .path("id");
    }

    private static ValidatableResponse patch(String id, String operation) {
        return DIRECTORY
                .request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}"
                        .formatted(operation))
                .patch(GROUPS + "/{id}?attributes=displayName,externalId,members", id)
                .then();
    }

    private static String member(String op, String id) {
        return "{\"op\":\"%s\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"%s\"}]}".formatted(op, id);
    }

    @Test
    void members_come_and_go_as_entra_and_okta_name_them() {
        String id = created("All Staff");
        String first = person("officer-1");
        String second = person("officer-2");

        patch(id, member("Add", first)).statusCode(200).body("members.value", equalTo(List.of(first)));
        patch(id, member("add", first)).statusCode(200).body("members", hasSize(1));
        patch(id, member("Add", second)).body("members", hasSize(2));
        patch(id, member("Remove", first)).statusCode(200).body("members.value", equalTo(List.of(second)));
        patch(id, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(second))
                .statusCode(200)
                .body("$", not(hasKey("members")));
        patch(id, "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"Everybody\"}}".formatted(id))
                .statusCode(200)
                .body("displayName", equalTo("Everybody"));
        DIRECTORY
                .request()
                .queryParams(Map.of("filter", "displayName eq \"everybody\"", "excludedAttributes", "members"))
                .get(GROUPS)
                .then()
                .statusCode(200)
                .body("Resources.id", equalTo(List.of(id)));
        DIRECTORY.request().delete(GROUPS + "/{id}", id).then().statusCode(204);
        DIRECTORY.request().get(GROUPS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void a_change_is_answered_with_the_groups_version_and_not_with_all_its_members() {
        String id = created("Answered");

        String version = DIRECTORY
                .request()
                .body("{\"Operations\":[%s]}".formatted(member("Add", person("officer-1"))))
                .patch(GROUPS + "/{id}", id)
                .then()
                .statusCode(204)
                .extract()
                .header("ETag");

        DIRECTORY
                .request()
                .get(GROUPS + "/{id}?excludedAttributes=members", id)
                .then()
                .header("ETag", equalTo(version))
                .body("displayName", equalTo("Answered"))
                .body("$", not(hasKey("members")));
    }

    @Test
    void groups_are_found_by_whom_they_have_and_by_the_directorys_own_id_however_a_filter_says_it() {
        String id = created("Found");
        String member = person("officer-4");
        patch(id, member("Add", member)).statusCode(200);

        for (String has : List.of("members.value eq \"%s\"", "members[value eq \"%s\"]", "members eq \"%s\"")) {
            DIRECTORY
                    .request()
                    .queryParams(Map.of(
                            "filter", "id eq \"%s\" and %s".formatted(id, has.formatted(member)), "attributes", "id"))
                    .get(GROUPS)
                    .then()
                    .statusCode(200)
                    .body("Resources.id", equalTo(List.of(id)));
        }
        DIRECTORY
                .request()
                .queryParams(Map.of("filter", "externalId eq \"x-Found\"", "excludedAttributes", "members"))
                .get(GROUPS)
                .then()
                .body("Resources.id", equalTo(List.of(id)))
                .body("Resources[0]", not(hasKey("members")));
    }

    @Test
    void what_is_wrong_with_a_group_is_told_in_scims_words() {
        String id = created("Faulty");

        post("{\"displayName\":\"faulty\"}").statusCode(409).body("scimType", equalTo("uniqueness"));
        post("{}").statusCode(400).body("scimType", equalTo("invalidValue"));
        post("{\"displayName\":\"Wrong\",\"members\":\"x\"}").statusCode(400).body("scimType", equalTo("invalidValue"));
        post("{\"displayName\":\"Wrong\",\"members\":[{\"value\":\"0193f5a0-0000-7000-8000-000000000000\"}]}")
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        patch(id, "{\"op\":\"add\",\"path\":\"owners\",\"value\":\"x\"}")
                .statusCode(400)
                .body("scimType", equalTo("invalidPath"));
        patch(id, "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}")
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        patch(id, "{\"op\":\"remove\",\"path\":\"displayName\"}")
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        patch(id, "{\"op\":\"add\",\"path\":\"members\",\"value\":7}").statusCode(400);
        patch(id, "{\"op\":\"remove\",\"path\":\"members\",\"value\":[7,null]}").statusCode(200);
    }

    @Test
    void a_group_that_stands_for_a_post_gives_it_its_holder_and_any_other_changes_nothing() {
        String id = created("Open Spaces Desk");
        String holder = person("officer-5");
        long before = postsTold();

        patch(created("Any Other Desk"), member("Add", holder)).statusCode(200);
        assertThat(postsTold()).isEqualTo(before);

        patch(id, member("Add", holder)).statusCode(200);
        String today = eventually()
                .until(() -> desk(""), held -> "officer-5".equals(held.getString("holder.username")))
                .getString("on");
        assertThat(desk("?on=" + LocalDate.parse(today).minusDays(1)).getString("holder.username"))
                .isEqualTo("officer-3");

        patch(id, member("Add", person("officer-2")))
                .statusCode(409)
                .body("status", equalTo("409"))
                .body("schemas", hasItem("urn:ietf:params:scim:api:messages:2.0:Error"));
        assertThat(postsTold()).isEqualTo(before + 1);

        patch(id, member("Remove", holder)).statusCode(200);
        String tomorrow = "?on=" + LocalDate.parse(today).plusDays(1);
        eventually().until(() -> desk(tomorrow).getBoolean("vacant"));

        patch(created("A Desk That Is Not"), member("Add", holder)).statusCode(409);
    }

    private static long postsTold() {
        return ServiceUnderTest.count("event", "tenant = '%s' and type = 'post-recorded'".formatted(COUNCIL));
    }

    /** The post that the group stands for. */
    private static JsonPath desk(String on) {
        return as(COUNCIL, "officer-1")
                .get("/councils/%s/posts/officer-3%s".formatted(COUNCIL, on))
                .then()
                .extract()
                .jsonPath();
    }

    @Test
    void who_has_changed_people_or_posts_is_written_down_without_a_name() {
        patch(created("Written Down"), member("Add", person("officer-2"))).statusCode(200);

        assertThat(ServiceUnderTest.count(
                        "operator_act",
                        "tenant = '%s' and operator like 'integration %%' and act = 'people-provisioned' and about = 'provisioned-group: 1 changes'"
                                .formatted(COUNCIL)))
                .isGreaterThanOrEqualTo(2);
    }
}
