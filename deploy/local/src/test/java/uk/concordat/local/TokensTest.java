package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    Path directory;

    @Test
    void a_persons_token_says_who_and_of_which_council_for_eight_hours() throws Exception {
        JwtClaims claims = verify(Tokens.of(directory).forPerson("harlow", "member-red-1"), directory);

        assertThat(claims.getIssuer()).isEqualTo("https://local.concordat.invalid");
        assertThat(claims.getSubject()).isEqualTo("harlow.member-red-1");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("member-red-1");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("member-red-1");
        assertThat(claims.getStringClaimValue("council")).isEqualTo("harlow");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofHours(8).toSeconds());
        assertThat(claims.hasClaim("groups")).isFalse();
    }

    @Test
    void an_operators_token_has_the_role_and_no_council() throws Exception {
        JwtClaims claims = verify(Tokens.of(directory).operator(), directory);

        assertThat(claims.getStringListClaimValue("groups")).containsExactly("operator");
        assertThat(claims.hasClaim("council")).isFalse();
    }

    @Test
    void an_integrations_token_has_scopes_and_a_council_and_no_person() throws Exception {
        JwtClaims claims =
                verify(Tokens.of(directory).forIntegration("harlow", "people:import", "events:read"), directory);

        assertThat(claims.getStringClaimValue("scope")).isEqualTo("people:import events:read");
        assertThat(claims.getStringClaimValue("council")).isEqualTo("harlow");
        assertThat(claims.hasClaim("upn")).isFalse();
        assertThat(claims.hasClaim("preferred_username")).isFalse();
    }

    @Test
    void a_token_of_the_past_has_expired() {
        String expired = Tokens.of(directory)
                .forPerson("harlow", "member-red-1", Instant.now().minusSeconds(60));

        assertThatThrownBy(() -> verify(expired, directory))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("no longer valid");
    }

    @Test
    void tokens_of_another_stack_do_not_verify(@TempDir Path other) {
        String foreign = Tokens.of(other).forPerson("harlow", "member-red-1");
        Tokens.of(directory).operator();

        assertThatThrownBy(() -> verify(foreign, directory)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void the_key_is_made_once() {
        Keys keys = new Keys(new StackDirectory(directory));
        assertThat(new Keys(new StackDirectory(directory)).publicKey()).isEqualTo(keys.publicKey());
    }

    private static JwtClaims verify(String token, Path directory) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(new Keys(new StackDirectory(directory)).publicKey());
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedAudience("concordat")
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build()
                .processToClaims(token);
    }
}
