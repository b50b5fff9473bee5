package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real OpenID provider, with the realm of {@code deploy/identity}, and what becomes of its tokens here. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest extends OverHttp {

    /** The council of the realm's integration, here. */
    private static final String INTEGRATED = "integrated";

    private static final String PORTAL = "portal";

    @TempDir
    static Path directory;

    static KeycloakServer keycloak;

    @BeforeAll
    static void start() throws Exception {
        int port = ConfigProvider.getConfig().getValue(Installation.KEYCLOAK_PORT, Integer.class);
        keycloak = KeycloakServer.start(directory, port, INTEGRATED).ready();
    }

    @AfterAll
    static void stop() throws Exception {
        keycloak.stop();
    }

    @Test
    void a_member_an_officer_and_the_monitoring_officer_are_whom_their_council_knows() {
        for (String username : List.of("member-red-1", "officer-1", "monitoring-officer")) {
            with(keycloak.tokenOf(PORTAL, username))
                    .get("/me")
                    .then()
                    .statusCode(200)
                    .body("username", equalTo(username))
                    .body("council", equalTo(CITY));
        }
        with(keycloak.tokenOf(PORTAL, "monitoring-officer"))
                .get("/me")
                .then()
                .body("posts.roles.flatten()", hasItem("monitoring-officer"));
    }

    @Test
    void an_operator_is_of_no_council_and_operates_those_that_the_realm_may_speak_for() {
        String operator = keycloak.tokenOf(PORTAL, "operator");

        with(operator)
                .get("/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("operator"))
                .body("kind", equalTo("operator"))
                .body("councils", hasItem(CITY));
        with(operator).get("/operations/{council}/acts", CITY).then().statusCode(200);
        with(operator).get("/operations/{council}/acts", "harlow").then().statusCode(404);
        with(operator).get("/councils/{council}", CITY).then().statusCode(403);
    }

    @Test
    void an_integration_imports_with_the_scope_and_not_without() {
        CsvFiles files = CsvFiles.ofTheCityAs(INTEGRATED);

        files.in(with(keycloak.tokenOfIntegration("events:read")))
                .post("/imports")
                .then()
                .statusCode(403);
        assertThat(events(INTEGRATED)).isZero();
        files.in(with(keycloak.tokenOfIntegration("people:import")))
                .post("/imports")
                .then()
                .statusCode(200)
                .body("council", equalTo(INTEGRATED));
        with(keycloak.tokenOfIntegration("people:import"))
                .get("/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("no-person"))
                .body("detail", containsString("of an integration"));
    }

    @Test
    void whose_token_does_not_say_who_they_are_is_not_taken_for_an_integration() {
        administratorAdds(
                "without-usernames",
                Map.of(
                        "defaultClientScopes",
                        List.of("concordat", "people:import"),
                        "protocolMappers",
                        keycloak.mappersOfIntegration()));
        String nobodys = keycloak.tokenOf("without-usernames", "officer-1");

        CsvFiles.ofTheCityAs(INTEGRATED)
                .in(with(nobodys))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("no-person"))
                .body("detail", containsString("preferred_username"));
        with(nobodys).get("/me").then().statusCode(403).body("code", equalTo("no-person"));
    }

    @Test
    void a_token_ends_when_it_says() {
        administratorAdds(
                "brief",
                Map.of(
                        "defaultClientScopes",
                        List.of("concordat", "person"),
                        "attributes",
                        Map.of("access.token.lifespan", "2")));
        String brief = keycloak.tokenOf("brief", "member-red-1");

        assertAccepted(brief);
        eventually().untilAsserted(() -> assertRefused(brief));
    }

    @Test
    void a_token_for_somebody_else_is_not_accepted() {
        administratorAdds("elsewhere", Map.of("defaultClientScopes", List.of("person")));

        assertRefused(keycloak.tokenOf("elsewhere", "member-red-1"));
    }

    @Test
    void another_realm_of_the_same_server_is_another_issuer() {
        assertRefused(keycloak.administratorsToken());
    }

    @Test
    void an_issuer_that_is_known_by_its_key_set_alone_is_verified_too() {
        assertAccepted(keycloak.tokenOfAnotherIssuer("member-red-1"));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void keys_are_rotated_and_withdrawn_without_a_restart() {
        String before = keycloak.tokenOf(PORTAL, "member-red-1");
        assertAccepted(before);
        KeycloakKeys keys = new KeycloakKeys(keycloak);

        keys.rotate();
        String after = keycloak.tokenOf(PORTAL, "member-red-1");
        eventually().untilAsserted(() -> assertAccepted(after));
        assertAccepted(before);

        keys.withdrawThoseBefore();
        eventually().untilAsserted(() -> assertRefused(before));
        assertAccepted(after);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void while_it_is_away_the_keys_that_are_known_go_on() throws Exception {
        String token = keycloak.tokenOf(PORTAL, "member-red-1");
        assertAccepted(token);

        keycloak.stop();

        eventually().during(Installation.REFRESH.multipliedBy(3)).untilAsserted(() -> assertAccepted(token));
    }

    private static void administratorAdds(String client, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of("clientId", client, "publicClient", true, "directAccessGrantsEnabled", true));
        keycloak.administered().body(all).post("/clients").then().statusCode(201);
    }

    private static void assertAccepted(String token) {
        assertThat(with(token).get("/me").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(String token) {
        Response answer = with(token).get("/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("code")).isEqualTo("token-not-accepted");
    }
}
