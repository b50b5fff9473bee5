package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.concordat.council.http.ScimClient.ENTERPRISE;
import static uk.concordat.council.http.ScimClient.body;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** People as a directory makes them, finds them, and lists them. */
@QuarkusTest
class ScimUsersTest extends OverHttp {

    private static final String COUNCIL = "provisioned";
    private static final ScimClient DIRECTORY = new ScimClient(COUNCIL);

    @BeforeEach
    void theCouncilIsKnown() {
        known(COUNCIL);
    }

    private static String entra(String userName) {
        return body("entra/create", Map.of("userName", userName, "externalId", "entra-" + userName));
    }

    @Test
    void whom_entra_creates_is_the_councils_officer_from_today_and_told_of_to_all_services() {
        String id = DIRECTORY
                .post(entra("lennart.okafor@council.example"))
                .statusCode(201)
                .contentType(ScimClient.SCIM_JSON)
                .header("Location", startsWith("http"))
                .body("userName", equalTo("lennart.okafor@council.example"))
                .body("externalId", equalTo("entra-lennart.okafor@council.example"))
                .body("name.familyName", equalTo("Okafor"))
                .body("emails[0].value", equalTo("lennart.okafor@council.example"))
                .body("userType", equalTo("officer"))
                .body("active", equalTo(true))
                .body(ENTERPRISE + ".employeeNumber", equalTo("701984"))
                .body(ENTERPRISE + ".department", equalTo("Planning"))
                .body("meta.resourceType", equalTo("User"))
                .body("meta.version", startsWith("W/"))
                .body("$", not(hasKey("title")))
                .extract()
                .path("id");

        JsonPath told = JsonPath.from(documents(COUNCIL).stream()
                .filter(document -> document.value().contains(id))
                .findFirst()
                .orElseThrow()
                .value());
        assertThat(told.getString("name")).isEqualTo("Lennart Okafor");
        assertThat(told.getString("kind")).isEqualTo("officer");
        assertThat(told.getMap("")).doesNotContainKeys("employeeNumber", "department", "externalId");
        DIRECTORY.get(id).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void what_says_who_somebody_is_is_kept_apart_from_the_facts() {
        DIRECTORY.created(entra("apart@council.example"));

        String told = "tenant = '%s' and type = 'person-provisioned'".formatted(COUNCIL);
        assertThat(ServiceUnderTest.count("event", told)).isPositive();
        assertThat(ServiceUnderTest.count("event", told + " and facts::text like '%council.example%'"))
                .isZero();
    }

    @Test
    void everybody_of_the_council_is_found_by_user_name_in_capitals_or_small_letters() {
        DIRECTORY
                .found("userName eq \"OFFICER-1\"")
                .body("totalResults", equalTo(1))
                .body("schemas", hasItem("urn:ietf:params:scim:api:messages:2.0:ListResponse"))
                .body("Resources[0].userName", equalTo("officer-1"))
                .body("Resources[0].displayName", equalTo("Daniel Ashcombe"))
                .body("Resources[0].active", equalTo(true));
        DIRECTORY
                .found("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"officer-1\"")
                .body("totalResults", equalTo(1));
        DIRECTORY
                .found("userName eq \"nobody\"")
                .body("totalResults", equalTo(0))
                .body("Resources", hasSize(0));
    }

    @Test
    void a_person_is_found_by_the_directorys_own_id() {
        String id = DIRECTORY.created(entra("by-external-id"));

        DIRECTORY.found("externalId eq \"entra-by-external-id\"").body("Resources.id", equalTo(List.of(id)));
        DIRECTORY
                .found("externalId eq \"entra-by-external-id\" and active eq false")
                .body("totalResults", equalTo(0));
        DIRECTORY.found("id eq \"%s\"".formatted(id)).body("Resources.userName", equalTo(List.of("by-external-id")));
    }

    @Test
    void other_filters_look_at_everybody() {
        DIRECTORY
                .found(
                        "userType eq \"member\" and (displayName co \"amara\" or emails[type eq \"work\"].value sw \"member-red-2\")")
                .body("Resources.userName", hasSize(2));
        DIRECTORY.found("not (active eq true)").body("Resources.active", everyItem(equalTo(false)));
    }

    @Test
    void a_list_is_paged_from_number_one_and_at_most_two_hundred_at_once() {
        DIRECTORY
                .list(Map.of("startIndex", 1, "count", 2))
                .statusCode(200)
                .body("itemsPerPage", equalTo(2))
                .body("startIndex", equalTo(1))
                .body("Resources", hasSize(2));
        List<String> first = DIRECTORY
                .list(Map.of("startIndex", 0, "count", 5_000))
                .extract()
                .path("Resources.id");
        List<String> next =
                DIRECTORY.list(Map.of("startIndex", 3, "count", 2)).extract().path("Resources.id");
        assertThat(next).isEqualTo(first.subList(2, 4));
        DIRECTORY.list(Map.of("count", -1)).body("Resources", hasSize(0)).body("totalResults", greaterThan(40));
        DIRECTORY.list(Map.of("startIndex", 100_000)).body("Resources", hasSize(0));
    }

    @Test
    void only_what_is_asked_for_is_shown() {
        DIRECTORY
                .list(Map.of("filter", "userName eq \"officer-1\"", "attributes", "userName,emails.value"))
                .body("Resources[0]", hasKey("id"))
                .body("Resources[0]", hasKey("emails"))
                .body("Resources[0]", not(hasKey("displayName")));
        DIRECTORY
                .list(Map.of("filter", "userName eq \"officer-1\"", "excludedAttributes", "emails,id,displayName"))
                .body("Resources[0]", hasKey("id"))
                .body("Resources[0]", not(hasKey("emails")));
    }

    @Test
    void a_user_name_that_somebody_has_is_a_conflict_however_it_is_written() {
        DIRECTORY
                .post(entra("Officer-1"))
                .statusCode(409)
                .contentType(ScimClient.SCIM_JSON)
                .body("schemas", hasItem("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("scimType", equalTo("uniqueness"))
                .body("status", equalTo("409"));
    }

    @Test
    void of_the_same_request_at_once_one_makes_somebody_and_the_others_are_told_so() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Integer> answers = new ArrayList<>();
            List<Callable<Integer>> requests = Collections.nCopies(
                    4, () -> DIRECTORY.post(entra("at-once")).extract().statusCode());
            for (Future<Integer> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void whom_the_directory_deletes_is_nobody_to_it_and_stays_in_the_register_until_today() {
        String id = DIRECTORY.created(entra("deleted"));

        DIRECTORY.delete(id).statusCode(204);

        DIRECTORY.get(id).statusCode(404).body("status", equalTo("404")).body("scimType", nullValue());
        DIRECTORY.delete(id).statusCode(404);
        DIRECTORY.patch(id, body("okta/reactivate")).statusCode(404);
        DIRECTORY.found("userName eq \"deleted\"").body("totalResults", equalTo(0));
        eventually()
                .untilAsserted(() -> as(COUNCIL, "officer-1")
                        .get("/councils/{council}/people/deleted", COUNCIL)
                        .then()
                        .statusCode(200)
                        .body("id", equalTo(id))
                        .body("$", hasKey("to")));
        assertThat(DIRECTORY.created(entra("deleted"))).isEqualTo(id);
        DIRECTORY.get(id).statusCode(200).body("active", equalTo(true));
    }

    @Test
    void a_change_may_be_asked_of_the_version_that_was_seen() {
        String id = DIRECTORY.created(entra("versioned"));
        String version = DIRECTORY.get(id).extract().header("ETag");
        assertThat(version).isEqualTo(DIRECTORY.get(id).extract().path("meta.version"));
        DIRECTORY.patch(id, body("entra/update")).statusCode(200);

        DIRECTORY
                .request()
                .header("If-Match", version)
                .body(body("entra/disable"))
                .patch("/scim/v2/Users/{id}", id)
                .then()
                .statusCode(412)
                .body("status", equalTo("412"));
        DIRECTORY.get(id).body("active", equalTo(true));
        DIRECTORY
                .request()
                .header("If-Match", "*")
                .delete("/scim/v2/Users/{id}", id)
                .then()
                .statusCode(204);
    }

    @Test
    void one_councils_directory_does_not_see_the_people_of_another() {
        known("provisioned-beside");
        String id = DIRECTORY.created(entra("mine"));
        ScimClient other = new ScimClient("provisioned-beside");

        other.get(id).statusCode(404);
        other.patch(id, body("entra/disable")).statusCode(404);
        other.put(id, entra("mine")).statusCode(404);
        other.delete(id).statusCode(404);
        other.found("userName eq \"mine\"").body("totalResults", equalTo(0));
        other.found("externalId eq \"entra-mine\"").body("totalResults", equalTo(0));
        DIRECTORY.get(id).statusCode(200);
    }
}
