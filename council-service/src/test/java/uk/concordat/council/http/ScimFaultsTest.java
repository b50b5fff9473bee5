package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static uk.concordat.council.http.ScimClient.SCIM_JSON;
import static uk.concordat.council.http.ScimClient.body;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whatever a directory sends: what cannot be taken is refused in SCIM's own words, and nothing of it is kept. */
@QuarkusTest
class ScimFaultsTest extends OverHttp {

    private static final String COUNCIL = "scim-faults";
    private static final ScimClient DIRECTORY = new ScimClient(COUNCIL);
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    @BeforeEach
    void theCouncilIsKnown() {
        known(COUNCIL);
    }

    /** That it is, in SCIM's own words. */
    static ValidatableResponse refused(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(SCIM_JSON)
                .body("schemas", equalTo(List.of(ERROR)))
                .body("status", equalTo(String.valueOf(status)));
    }

    private static String officer() {
        return DIRECTORY.found("userName eq \"officer-3\"").extract().path("Resources[0].id");
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        refused(given().get("/scim/v2/Users").then(), 401);
        refused(given().auth().oauth2("....").get("/scim/v2/Users").then(), 401);
    }

    @Test
    void people_operators_and_integrations_without_the_scope_are_not_let_in() {
        Stream.of(
                        ServiceUnderTest.tokens().forPerson(COUNCIL, "head-of-paid-service"),
                        ServiceUnderTest.tokens().operator(),
                        ServiceUnderTest.tokens().forIntegration(COUNCIL, "people:import", "events:read"))
                .forEach(token -> {
                    refused(with(token).get("/scim/v2/Users").then(), 403);
                    refused(
                            with(token)
                                    .contentType(SCIM_JSON)
                                    .body("{")
                                    .post("/scim/v2/Users")
                                    .then(),
                            403);
                    refused(with(token).get("/scim/v2/ServiceProviderConfig").then(), 403);
                });
        refused(new ScimClient("elsewhere").list(Map.of()), 403);
        refused(new ScimClient("never-was").list(Map.of()), 403);
    }

    @Test
    void paths_methods_and_media_types_that_there_are_not_are_refused_likewise() {
        refused(DIRECTORY.request().get("/scim/v2/Robots").then(), 404);
        refused(DIRECTORY.get("not-an-id"), 404);
        refused(DIRECTORY.get("0193f5a0-0000-7000-8000-000000000000"), 404);
        refused(DIRECTORY.request().body("{}").patch("/scim/v2/Users").then(), 405);
        refused(
                with(ServiceUnderTest.tokens().forIntegration(COUNCIL, "people:provision"))
                        .contentType("text/csv")
                        .body("userName")
                        .post("/scim/v2/Users")
                        .then(),
                415);
    }

    @Test
    void a_body_may_come_as_plain_json_and_has_at_most_a_mebibyte() {
        with(ServiceUnderTest.tokens().forIntegration(COUNCIL, "people:provision"))
                .contentType("application/json")
                .accept("application/json")
                .body(body("okta/create", Map.of("userName", "plain", "externalId", "plain")))
                .post("/scim/v2/Users")
                .then()
                .statusCode(201)
                .contentType("application/json");
        refused(DIRECTORY.post("{\"userName\":\"large\",\"x\":\"%s\"}".formatted("x".repeat(1_100_000))), 413);
    }

    private static final String NO_USERS = """
                    {                                                                     | invalidSyntax
                    []                                                                    | invalidSyntax
                    null                                                                  | invalidSyntax
                    "ann"                                                                 | invalidSyntax
                    {"userName":"a"} x                                                    | invalidSyntax
                    {}                                                                    | invalidValue
                    {"userName":null}                                                     | invalidValue
                    {"userName":7}                                                        | invalidValue
                    {"userName":["ann"]}                                                  | invalidValue
                    {"userName":"ann smith"}                                              | invalidValue
                    {"userName":"=cmd"}                                                   | invalidValue
                    {"userName":"ann","displayName":"=HYPERLINK(1)"}                      | invalidValue
                    {"userName":"ann","displayName":"Ann\\nSmith"}                        | invalidValue
                    {"userName":"ann","displayName":"\\u0000"}                            | invalidValue
                    {"userName":"ann","displayName":"\\ud800"}                            | invalidValue
                    {"userName":"ann","externalId":"\\udc00"}                             | invalidValue
                    {"userName":"ann","name":"Ann"}                                       | invalidValue
                    {"userName":"ann","name":["Ann"]}                                     | invalidValue
                    {"userName":"ann","name":{"givenName":{"a":1}}}                       | invalidValue
                    {"userName":"ann","emails":"ann@council.example"}                     | invalidValue
                    {"userName":"ann","emails":["ann@council.example"]}                   | invalidValue
                    {"userName":"ann","emails":[{"value":"ann at council"}]}              | invalidValue
                    {"userName":"ann","emails":[{"value":"a@b.cd","primary":"perhaps"}]}  | invalidValue
                    {"userName":"ann","active":"perhaps"}                                 | invalidValue
                    {"userName":"ann","active":1}                                         | invalidValue
                    {"userName":"ann","schemas":["urn:x"]}                                | invalidValue
                    {"userName":"ann","schemas":"urn:x"}                                  | invalidValue
                    {"userName":"ann","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":[1]} | invalidValue
                    {"userName":"ann","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":7}} | invalidValue
                    """;

    @Test
    void what_is_no_user_makes_nobody() {
        String id = officer();
        long before = events(COUNCIL);

        each(
                NO_USERS,
                row -> assertThat(refused(DIRECTORY.post(row.get(0)), 400)
                                .extract()
                                .<String>path("scimType"))
                        .as(row.get(0))
                        .isEqualTo(row.get(1)));

        refused(DIRECTORY.put(id, "{\"userName\":\"ann smith\"}"), 400).body("scimType", equalTo("invalidValue"));
        assertThat(events(COUNCIL)).isEqualTo(before);
    }

    /** Of each line what stands between its bars; all are tried, and all that are wrong are told. */
    private static void each(String table, ThrowingConsumer<List<String>> row) {
        assertThat(table.lines()
                        .map(line -> Arrays.stream(line.split("\\|"))
                                .map(String::strip)
                                .toList()))
                .isNotEmpty()
                .allSatisfy(row);
    }

    @Test
    void what_is_too_long_or_nests_too_deep_is_refused() {
        refused(DIRECTORY.post("{\"userName\":\"%s\"}".formatted("a".repeat(255))), 400);
        refused(DIRECTORY.post("{\"userName\":\"ann\",\"displayName\":\"%s\"}".formatted("a".repeat(300))), 400);
        refused(DIRECTORY.post("{\"userName\":\"ann\",\"externalId\":\"%s\"}".formatted("a".repeat(300))), 400);
        refused(
                        DIRECTORY.post(
                                "{\"userName\":\"ann\",\"x\":%s%s}".formatted("[".repeat(1_100), "]".repeat(1_100))),
                        400)
                .body("scimType", equalTo("invalidSyntax"));
        String id = officer();
        refused(DIRECTORY.patch(id, operation("add", "x".repeat(2_000), "1")), 400)
                .body("scimType", equalTo("invalidPath"));
        String many = "{\"op\":\"replace\",\"path\":\"active\",\"value\":true},".repeat(1_000);
        refused(
                        DIRECTORY.patch(
                                id,
                                "{\"Operations\":[%s{\"op\":\"replace\",\"path\":\"active\",\"value\":true}]}"
                                        .formatted(many)),
                        400)
                .body("scimType", equalTo("tooMany"));
    }

    private static final String NO_CHANGES = """
                    replace | nonsense                            | "x"    | invalidPath
                    replace | emails[type eq                      | "x"    | invalidPath
                    replace | emails[type]                        | "x"    | invalidPath
                    replace | emails[]                            | "x"    | invalidPath
                    replace | [type eq "work"]                    | "x"    | invalidPath
                    replace | name..givenName                     | "x"    | invalidPath
                    replace | name.shoeSize                       | "x"    | invalidPath
                    replace | userName.part                       | "x"    | invalidPath
                    replace | userName[value eq "x"]              | "x"    | invalidPath
                    replace | name.givenName.first                | "x"    | invalidPath
                    replace | urn:x:y:department                  | "x"    | invalidPath
                    replace | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:shoeSize | "x" | invalidPath
                    replace | emails[(not (]                      | "x"    | invalidPath
                    replace | emails[type eq "home"].value        | "a@b.cd" | noTarget
                    replace | emails[type eq "home"]              | {"value":"a@b.cd"} | noTarget
                    replace | id                                  | "x"    | mutability
                    add     | meta.created                        | "x"    | mutability
                    remove  | groups                              | null   | mutability
                    remove  | userName                            | null   | mutability
                    replace | userName                            | null   | mutability
                    replace | userName                            | {"a":1} | invalidValue
                    replace | active                              | {"a":1} | invalidValue
                    replace | active                              | [true,false] | invalidValue
                    replace | name                                | "x"    | invalidValue
                    replace | emails                              | 7      | invalidValue
                    replace | emails[type eq "work"].value        | [1]    | invalidValue
                    replace | emails[type eq "work"]              | "x"    | invalidValue
                    replace | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager | 7 | invalidValue
                    replace | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | "x" | invalidValue
                    move    | displayName                         | "x"    | invalidSyntax
                    """;

    @Test
    void a_patch_of_what_cannot_be_changed_so_changes_nothing() {
        String id = officer();
        long before = events(COUNCIL);

        each(
                NO_CHANGES,
                row -> assertThat(refused(DIRECTORY.patch(id, operation(row.get(0), row.get(1), row.get(2))), 400)
                                .extract()
                                .<String>path("scimType"))
                        .as("%s", row)
                        .isEqualTo(row.get(3)));

        assertThat(events(COUNCIL)).isEqualTo(before);
    }

    private static String operation(String op, String path, String value) {
        return "{\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Half\"},{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}]}"
                .formatted(op, path.replace("\"", "\\\""), value);
    }

    private static final List<String> NO_PATCHES = List.of(
            "{}",
            "{\"Operations\":null}",
            "{\"Operations\":{}}",
            "{\"Operations\":[]}",
            "{\"Operations\":[null]}",
            "{\"Operations\":[\"add\"]}",
            "{\"Operations\":[[{}]]}",
            "{\"Operations\":[{}]}",
            "{\"Operations\":[{\"op\":null}]}",
            "{\"Operations\":[{\"op\":\"add\"}]}",
            "{\"Operations\":[{\"op\":\"remove\"}]}",
            "{\"Operations\":[{\"op\":\"replace\",\"value\":null}]}",
            "{\"Operations\":[{\"op\":\"replace\",\"value\":[]}]}",
            "{\"Operations\":[{\"op\":\"replace\",\"value\":\"x\"}]}",
            "{\"Operations\":[{\"op\":\"replace\",\"path\":7,\"value\":\"x\"}]}",
            "{\"Operations\":[{\"op\":\"replace\",\"path\":{\"a\":1},\"value\":\"x\"}]}");

    @Test
    void what_is_no_patch_changes_nothing() {
        String id = officer();
        long before = events(COUNCIL);

        assertThat(NO_PATCHES).allSatisfy(patch -> refused(DIRECTORY.patch(id, patch), 400));

        assertThat(events(COUNCIL)).isEqualTo(before);
    }

    @Test
    void an_answer_does_not_quote_what_was_sent() {
        refused(DIRECTORY.post("{\"userName\":\"sw0rdf1sh sw0rdf1sh\"}"), 400)
                .body("detail", not(containsString("sw0rdf1sh")));
    }
}
