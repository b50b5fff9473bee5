package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.local.Tokens;

/** Several issuers beside each other: each by its own keys, for its own councils, in its own words. */
@QuarkusTest
class IssuersTest extends OverHttp {

    private static final String HARLOW = "harlow";

    @Test
    void the_claims_of_an_issuer_are_found_where_it_writes_them() {
        me(Neighbour.signed(_ -> {}))
                .statusCode(200)
                .body("username", equalTo("member-red-1"))
                .body("council", equalTo(HARLOW));
        me(Neighbour.signed(claims -> {
                    claims.unsetClaim("account");
                    claims.setStringClaim("https://harlow.invalid/login", "officer-1");
                }))
                .statusCode(200)
                .body("username", equalTo("officer-1"));
    }

    @Test
    void claims_that_another_issuer_would_make_say_nothing() {
        forbidden(
                Neighbour.signed(claims -> {
                    claims.unsetClaim("extn.council");
                    claims.setStringClaim("council", HARLOW);
                }),
                "no-council");
        forbidden(
                Neighbour.signed(claims -> {
                    claims.unsetClaim("account");
                    claims.setStringClaim("preferred_username", "member-red-1");
                }),
                "no-person");
        forbidden(Neighbour.signed(claims -> claims.setStringClaim("account", "member-red-1")), "no-person");
    }

    @Test
    void a_token_that_another_issuer_has_signed_is_not_accepted() throws Exception {
        refused(Neighbour.signed(Neighbour.claims(_ -> {}), ForgedToken.key()));
        refused(Neighbour.signed(local(), Neighbour.key()));
    }

    @Test
    void an_issuer_is_held_to_its_own_audience() {
        refused(Neighbour.signed(claims -> claims.setAudience(Tokens.AUDIENCE)));
    }

    @Test
    void whoever_is_no_configured_issuer_is_not_accepted_whatever_has_signed() {
        refused(Neighbour.signed(claims -> claims.setIssuer("https://login.elsewhere.invalid/")));
        refused(Neighbour.signed(claims -> claims.unsetClaim("iss")));
        refused(Neighbour.signed(claims -> claims.setClaim("iss", List.of(Neighbour.ISSUER))));
        refused(Neighbour.signed(claims -> claims.setClaim("iss", Map.of("is", Neighbour.ISSUER))));
    }

    @Test
    void an_issuer_speaks_for_its_own_councils_only() {
        forbidden(
                Neighbour.signed(claims -> claims.setStringListClaim("extn.council", List.of(CITY))),
                "issuer-not-for-council");
        forbidden(
                Neighbour.signed(claims -> claims.setStringListClaim("extn.council", List.of(HARLOW, "of-neighbour"))),
                "issuer-not-for-council");
    }

    @Test
    void an_issuer_that_may_not_name_operators_names_none() {
        String operator = Neighbour.signed(claims -> {
            claims.unsetClaim("extn.council");
            claims.setStringListClaim("groups", List.of("operator"));
        });

        forbidden(operator, "no-council");
        with(operator).get("/operations/{council}/acts", HARLOW).then().statusCode(403);
    }

    @Test
    void while_the_server_of_an_issuer_was_never_reached_its_tokens_are_for_later() {
        me(Neighbour.signed(claims -> claims.setIssuer(Installation.AWAY)))
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("code", equalTo("issuer-away"));
    }

    @Test
    void an_integration_loads_the_council_of_its_token_and_no_other_of_its_issuer() {
        CsvFiles files = CsvFiles.ofTheCityAs("by-integration");

        files.in(with(Neighbour.ofIntegration("of-neighbour", "people:import")))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("issuer-not-for-council"));
        files.in(with(Neighbour.ofIntegration("by-integration", "events:read", "people:import")))
                .post("/imports")
                .then()
                .statusCode(200)
                .body("council", equalTo("by-integration"));
        files.replacing("council", "Europe/London", "Europe/Paris")
                .in(with(Neighbour.ofIntegration("by-integration", "people:import")))
                .post("/imports")
                .then()
                .statusCode(422)
                .body("errors.file", contains("council.csv"))
                .body("errors[0].remedy", containsString("an operator changes the council"));
        CsvFiles.ofTheCityAs("elsewhere")
                .in(with(Neighbour.ofIntegration("elsewhere", "people:import")))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("issuer-not-for-council"));
        assertThat(events("elsewhere")).isZero();
    }

    @Test
    void without_the_scope_an_integration_loads_nothing_and_with_it_a_person_neither() {
        CsvFiles files = CsvFiles.ofTheCityAs("of-neighbour");

        files.in(with(Neighbour.ofIntegration("of-neighbour", "events:read", "people:imports", "operator")))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("operators-only"));
        files.in(with(Neighbour.signed(claims -> claims.setStringListClaim("roles", List.of("people:import")))))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("operators-only"));
        assertThat(events("of-neighbour")).isZero();
    }

    @Test
    void somebody_whose_token_does_not_name_them_is_not_taken_for_an_integration() {
        String unnamed = Neighbour.signed(claims -> {
            claims.unsetClaim("account");
            claims.setStringListClaim("extn.council", List.of("of-neighbour"));
            claims.setStringListClaim("roles", List.of("people:import", "people:provision"));
            claims.setStringClaim("scp", "people:import");
        });

        CsvFiles.ofTheCityAs("of-neighbour")
                .in(with(unnamed))
                .post("/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("no-person"))
                .body("detail", containsString("account/login"));
        with(unnamed).get("/scim/v2/Users").then().statusCode(403).body("detail", containsString("account/login"));
        assertThat(events("of-neighbour")).isZero();
    }

    private static JwtClaims local() throws Exception {
        String token = ServiceUnderTest.tokens().forPerson(HARLOW, "member-red-1");
        return ForgedToken.claims(token);
    }

    private static ValidatableResponse me(String token) {
        return with(token).get("/me").then();
    }

    private static void refused(String token) {
        me(token).statusCode(401).body("code", equalTo("token-not-accepted")).header("WWW-Authenticate", "Bearer");
    }

    private static void forbidden(String token, String code) {
        me(token).statusCode(403).body("code", equalTo(code));
    }
}
