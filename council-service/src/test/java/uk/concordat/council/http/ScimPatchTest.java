package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static uk.concordat.council.http.ScimClient.ENTERPRISE;
import static uk.concordat.council.http.ScimClient.body;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People whom a directory has made, changed as Entra ID and Okta change them. */
@QuarkusTest
class ScimPatchTest extends OverHttp {

    private static final String COUNCIL = "patched";
    private static final ScimClient DIRECTORY = new ScimClient(COUNCIL);

    @BeforeEach
    void theCouncilIsKnown() {
        known(COUNCIL);
    }

    private static String entra(String userName) {
        return DIRECTORY.created(body("entra/create", Map.of("userName", userName, "externalId", "entra-" + userName)));
    }

    private static String okta(String userName) {
        return DIRECTORY.created(body("okta/create", Map.of("userName", userName, "externalId", "okta-" + userName)));
    }

    @Test
    void entra_changes_parts_by_their_paths_and_what_the_council_does_not_keep_is_no_fault() {
        String id = entra("by-paths");

        DIRECTORY
                .patch(id, body("entra/update"))
                .statusCode(200)
                .body("emails", hasSize(1))
                .body("emails[0].value", equalTo("l.okafor@council.example"))
                .body("name.familyName", equalTo("Okafor-Lind"))
                .body("name.givenName", equalTo("Lennart"))
                .body("displayName", equalTo("Lennart Okafor-Lind"))
                .body(ENTERPRISE + ".department", equalTo("Housing"))
                .body(ENTERPRISE + ".employeeNumber", equalTo("701984"))
                .body("$", not(hasKey("phoneNumbers")));
        assertThat(told(id).getString("name")).isEqualTo("Lennart Okafor-Lind");
        assertThat(told(id).getString("email")).isEqualTo("l.okafor@council.example");
    }

    @Test
    void entra_changes_parts_by_dotted_names_without_a_path() {
        String id = entra("by-dots");

        DIRECTORY
                .patch(id, body("entra/update-by-dotted-names"))
                .statusCode(200)
                .body("name.givenName", equalTo("Len"))
                .body("name.familyName", equalTo("Okafor"))
                .body("displayName", equalTo("Len Okafor"))
                .body(ENTERPRISE + ".employeeNumber", equalTo("701985"))
                .body(ENTERPRISE + ".department", equalTo("Planning"));
    }

    @Test
    void entra_says_false_as_a_word_and_a_person_has_a_last_day_until_it_says_true() {
        String id = entra("switched");

        DIRECTORY.patch(id, body("entra/disable")).statusCode(200).body("active", equalTo(false));
        DIRECTORY.get(id).statusCode(200).body("active", equalTo(false));
        assertThat(told(id).getString("to")).isEqualTo(told(id).getString("from"));

        DIRECTORY.patch(id, body("entra/enable")).statusCode(200).body("active", equalTo(true));
        assertThat(told(id).getString("to")).isNull();
    }

    @Test
    void the_same_patch_again_changes_nothing() {
        String id = entra("repeated");
        DIRECTORY.patch(id, body("entra/update")).statusCode(200);
        long recorded = events(COUNCIL);
        String version = DIRECTORY.get(id).extract().header("ETag");

        DIRECTORY.patch(id, body("entra/update")).statusCode(200).header("ETag", equalTo(version));

        assertThat(events(COUNCIL)).isEqualTo(recorded);
    }

    @Test
    void somebody_who_is_called_otherwise_stays_the_same_person() {
        String id = entra("before.marriage");

        DIRECTORY
                .patch(id, body("entra/rename", Map.of("userName", "after.marriage")))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("userName", equalTo("after.marriage"));

        DIRECTORY.found("userName eq \"before.marriage\"").body("totalResults", equalTo(0));
        DIRECTORY.found("userName eq \"after.marriage\"").body("Resources[0].id", equalTo(id));
        eventually()
                .untilAsserted(() -> as(COUNCIL, "officer-1")
                        .get("/councils/{council}/people/after.marriage", COUNCIL)
                        .then()
                        .statusCode(200)
                        .body("id", equalTo(id)));
        DIRECTORY
                .patch(id, body("entra/rename", Map.of("userName", "officer-2")))
                .statusCode(409)
                .body("scimType", equalTo("uniqueness"));
    }

    @ParameterizedTest
    @CsvSource({"entra/manager,bare", "entra/manager-as-object,object"})
    void a_manager_is_shown_with_the_person_whatever_form_entra_gives_them(String request, String form) {
        String manager = entra("manager-" + form);
        String id = entra("report-" + form);

        DIRECTORY
                .patch(id, body(request, Map.of("manager", manager)))
                .statusCode(200)
                .body(ENTERPRISE + ".manager.value", equalTo(manager))
                .body(ENTERPRISE + ".manager.displayName", equalTo("Lennart Okafor"))
                .body(ENTERPRISE + ".department", equalTo("Planning"));
        DIRECTORY
                .found("id eq \"%s\" and manager eq \"%s\"".formatted(id, manager))
                .body("totalResults", equalTo(1));
        DIRECTORY.found("id eq \"%s\" and manager eq \"%s\"".formatted(id, id)).body("totalResults", equalTo(0));
        eventually()
                .untilAsserted(() -> as(COUNCIL, "officer-1")
                        .get("/councils/{council}/people/report-{form}", COUNCIL, form)
                        .then()
                        .statusCode(200)
                        .body("manager.username", equalTo("manager-" + form)));
        as(COUNCIL, "officer-1")
                .get("/councils/{council}/people/report-{form}?on=2026-01-05", COUNCIL, form)
                .then()
                .statusCode(200)
                .body("manager", nullValue());
        DIRECTORY.patch(id, body("entra/no-manager")).statusCode(200).body(ENTERPRISE + ".manager", nullValue());
    }

    @Test
    void a_manager_who_comes_later_than_the_person_who_has_them_is_no_error() {
        String id = entra("early");
        DIRECTORY
                .patch(id, body("entra/manager", Map.of("manager", "entra-late")))
                .statusCode(200)
                .body(ENTERPRISE + ".manager.value", equalTo("entra-late"))
                .body(ENTERPRISE + ".manager.displayName", nullValue());

        String manager = entra("late");

        DIRECTORY.get(id).body(ENTERPRISE + ".manager.value", equalTo(manager));
        DIRECTORY
                .patch(manager, body("entra/manager", Map.of("manager", manager)))
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
    }

    @Test
    void okta_replaces_the_whole_user_and_what_is_read_only_stays() {
        String id = okta("ines.marsh");

        DIRECTORY
                .put(
                        id,
                        body(
                                "okta/replace",
                                Map.of("id", "another", "userName", "ines.marsh", "externalId", "okta-ines.marsh")))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name.familyName", equalTo("Marsh-Bell"))
                .body("emails[0].value", equalTo("ines.bell@council.example"))
                .body("meta.created", not(equalTo("2010-01-23T04:56:22Z")));
    }

    @Test
    void what_a_replacement_leaves_out_is_no_longer_said_and_whether_somebody_is_active_stays() {
        String id = entra("replaced");
        DIRECTORY.patch(id, body("okta/deactivate")).statusCode(200).body("active", equalTo(false));

        DIRECTORY
                .put(id, "{\"userName\":\"replaced\"}")
                .statusCode(200)
                .body("active", equalTo(false))
                .body("$", not(hasKey("emails")))
                .body("$", not(hasKey(ENTERPRISE.replace("'", ""))));

        assertThat(told(id).getString("name")).isEqualTo("replaced");
        DIRECTORY.patch(id, body("okta/reactivate")).statusCode(200).body("active", equalTo(true));
    }

    /** The newest document of a person. */
    private JsonPath told(String id) {
        return told(COUNCIL, "person/" + id);
    }
}
