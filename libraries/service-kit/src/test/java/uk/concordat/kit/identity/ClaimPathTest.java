package uk.concordat.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Providers write what they say of somebody in many ways. */
class ClaimPathTest {

    @Test
    void a_claim_stands_by_its_name() {
        assertThat(text("council", "council", "harlow")).hasValue("harlow");
        assertThat(text("extn.council", "extn.council", "harlow")).hasValue("harlow");
    }

    @Test
    void a_claim_stands_within_another() {
        assertThat(text("organisation/council", "organisation", Map.of("council", "harlow")))
                .hasValue("harlow");
        assertThat(text("a/b/c", "a", Map.of("b", Map.of("c", "harlow")))).hasValue("harlow");
        assertThat(text("organisation/council", "organisation", "harlow")).isEmpty();
        assertThat(text("organisation/council", "organisation/council", "harlow"))
                .isEmpty();
    }

    @Test
    void a_name_with_a_slash_stands_in_quotation_marks() {
        assertThat(text("\"https://harlow.invalid/council\"", "https://harlow.invalid/council", "harlow"))
                .hasValue("harlow");
        assertThat(text("\"urn:a/b\"/council", "urn:a/b", Map.of("council", "harlow")))
                .hasValue("harlow");
    }

    @Test
    void a_list_of_one_is_that_one_and_a_longer_one_is_nobodys_name() {
        assertThat(text("council", "council", List.of("harlow"))).hasValue("harlow");
        assertThat(text("council", "council", List.of("harlow", "hackney")))
                .isPresent()
                .get()
                .isNotIn("harlow", "hackney");
    }

    @Test
    void what_is_not_there_or_says_nothing_is_absent() {
        assertThat(text("council", "other", "harlow")).isEmpty();
        assertThat(text("council", "council", " ")).isEmpty();
    }

    @Test
    void all_of_a_list_is_read_where_several_may_stand() {
        assertThat(ClaimPath.of("realm_access/roles")
                        .texts(token("realm_access", Map.of("roles", List.of("operator", "offline_access")))))
                .containsExactly("operator", "offline_access");
        assertThat(ClaimPath.of("groups").texts(token("groups", List.of("operator"))))
                .containsExactly("operator");
    }

    private static Optional<String> text(String path, String claim, Object value) {
        return ClaimPath.of(path).text(token(claim, value));
    }

    private static JsonWebToken token(String claim, Object value) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(claim, value);
        return new DefaultJWTCallerPrincipal(claims);
    }
}
