package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Nobody is let in who is not whom a trusted issuer says, for a council that it may speak for. */
@QuarkusTest
class TokensTest extends OverHttp {

    @Test
    void a_token_as_the_issuer_makes_them_is_accepted() {
        asBearer(SignedTokens.signed(SignedTokens.claims(_ -> {})))
                .get("/me")
                .then()
                .statusCode(200);
    }

    @Test
    void without_a_token_nothing_is_done_and_nothing_told() {
        String id = id(received());
        Stored before = Stored.now();

        Stream.of(
                        given().contentType(ContentType.JSON).body(own()).post("/enquiries"),
                        given().get("/enquiries"),
                        given().get("/enquiries/{id}", id),
                        given().get("/enquiries/{id}/history", id),
                        given().contentType(ContentType.JSON)
                                .body(letter("Me."))
                                .post("/enquiries/{id}/response", id),
                        given().get("/me"))
                .forEach(answer -> {
                    Problems.assertProblem(answer, 401, "no-token");
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                });
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTpi", "member-red-1", "Negotiate x", ""})
    void what_is_no_bearer_token_counts_as_none(String authorization) {
        Response answer = given().header("Authorization", authorization).get("/me");

        Problems.assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "....", "eyJhbGciOiJub25lIn0", "null", "%00", "💡"})
    void garbage_is_not_accepted(String garbage) {
        assertNotAccepted(garbage);
    }

    @Test
    void an_expired_token_is_not_accepted_whatever_the_business_clock_says() {
        assertNotAccepted(ServiceUnderTest.tokens()
                .forPerson(COUNCIL, "member-red-1", Instant.now().minusSeconds(60)));
    }

    @Test
    void a_token_without_an_end_or_before_its_beginning_is_not_accepted() {
        assertNotAccepted(SignedTokens.signed(SignedTokens.claims(claims -> claims.unsetClaim("exp"))));
        assertNotAccepted(SignedTokens.signed(
                SignedTokens.claims(claims -> claims.setNotBefore(SignedTokens.in(Duration.ofHours(1))))));
    }

    @Test
    void a_token_for_another_audience_is_not_accepted() {
        assertNotAccepted(SignedTokens.signed(SignedTokens.claims(claims -> claims.setAudience("elsewhere"))));
        assertNotAccepted(SignedTokens.signed(SignedTokens.claims(claims -> claims.unsetClaim("aud"))));
    }

    @Test
    void a_token_signed_by_another_key_or_by_none_is_not_accepted() throws GeneralSecurityException {
        assertNotAccepted(SignedTokens.signedByAnotherKey(SignedTokens.claims(_ -> {})));
        assertNotAccepted(SignedTokens.sign(SignedTokens.claims(_ -> {}), AlgorithmIdentifiers.NONE, null));
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() {
        assertNotAccepted(SignedTokens.sign(
                SignedTokens.claims(_ -> {}),
                AlgorithmIdentifiers.HMAC_SHA256,
                new SecretKeySpec(SignedTokens.der("public.pem"), "HmacSHA256")));
    }

    @Test
    void a_token_that_was_changed_after_it_was_signed_is_not_accepted() {
        String[] mine = SignedTokens.signed(SignedTokens.claims(_ -> {})).split("\\.");
        String[] theirs = SignedTokens.signed(SignedTokens.claims(
                        claims -> claims.setStringClaim("preferred_username", "head-of-paid-service")))
                .split("\\.");

        assertNotAccepted(mine[0] + "." + theirs[1] + "." + mine[2]);
    }

    @Test
    void a_token_of_an_issuer_that_is_not_configured_is_not_accepted() {
        assertNotAccepted(SignedTokens.signed(
                SignedTokens.claims(claims -> claims.setIssuer("https://issuer.elsewhere.invalid"))));
        assertNotAccepted(SignedTokens.signed(SignedTokens.claims(claims -> claims.unsetClaim("iss"))));
    }

    @Test
    void an_issuer_that_is_not_configured_for_a_council_may_not_speak_for_it() {
        String anotherCouncil =
                SignedTokens.signed(SignedTokens.claims(claims -> claims.setStringClaim("council", "camelot")));

        assertForbidden(anotherCouncil, "issuer-not-for-council");
        assertForbidden(
                SignedTokens.signed(SignedTokens.claims(claims -> claims.setStringClaim("council", "City of London"))),
                "issuer-not-for-council");
        assertForbidden(
                SignedTokens.signed(SignedTokens.claims(
                        claims -> claims.setStringListClaim("council", List.of("city-of-london", "harlow")))),
                "issuer-not-for-council");
    }

    @Test
    void a_council_that_has_not_been_loaded_here_is_not_known() {
        assertForbidden(ServiceUnderTest.tokens().forPerson("never-loaded", "member-red-1"), "council-not-known");
    }

    @Test
    void a_person_whom_the_council_does_not_know_is_let_in_nowhere() {
        assertForbidden(ServiceUnderTest.tokens().forPerson(COUNCIL, "nobody"), "person-not-known");
        assertForbidden(ServiceUnderTest.tokens().forPerson(COUNCIL, "Member-Red-1"), "person-not-known");
    }

    @Test
    void a_token_that_names_no_council_or_no_person_is_let_in_nowhere() {
        assertForbidden(SignedTokens.signed(SignedTokens.claims(claims -> claims.unsetClaim("council"))), "no-council");
        assertForbidden(
                SignedTokens.signed(SignedTokens.claims(claims -> {
                    claims.unsetClaim("preferred_username");
                    claims.unsetClaim("upn");
                })),
                "no-person");
    }

    @Test
    void a_role_that_a_token_claims_opens_no_case() {
        String id = id(received());
        String boasting = SignedTokens.signed(SignedTokens.claims(claims -> {
            claims.setStringClaim("preferred_username", "member-red-2");
            claims.setStringListClaim("groups", List.of("operator", "head-of-paid-service", "officer"));
        }));

        Problems.assertProblem(asBearer(boasting).get("/enquiries/{id}", id), 404, "not-found");
    }

    private static void assertNotAccepted(String token) {
        Stored before = Stored.now();
        for (Response answer :
                List.of(asBearer(token).get("/me"), asBearer(token).body(own()).post("/enquiries"))) {
            Problems.assertProblem(answer, 401, "token-not-accepted");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        before.assertUnchanged();
    }

    private static void assertForbidden(String token, String code) {
        Stored before = Stored.now();
        Problems.assertProblem(asBearer(token).get("/me"), 403, code);
        Problems.assertProblem(asBearer(token).get("/enquiries"), 403, code);
        Problems.assertProblem(asBearer(token).body(own()).post("/enquiries"), 403, code);
        before.assertUnchanged();
    }
}
