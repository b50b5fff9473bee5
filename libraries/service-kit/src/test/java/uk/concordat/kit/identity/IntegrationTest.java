package uk.concordat.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** A program is told from a person by what its issuer says only of programs, never by what it does not say. */
class IntegrationTest {

    @Test
    void without_a_setting_a_program_is_whose_token_is_about_its_own_client() {
        for (String client : List.of("client_id", "azp", "cid")) {
            assertThat(granted("", Map.of("sub", "hr-system", client, "hr-system")))
                    .as(client)
                    .isTrue();
            assertThat(granted("", Map.of("sub", "0b7f", client, "portal")))
                    .as(client)
                    .isFalse();
        }
        assertThat(granted("", Map.of("sub", "hr-system"))).isFalse();
        assertThat(granted("", Map.of("client_id", "hr-system"))).isFalse();
    }

    @Test
    void a_claim_of_a_value_tells_a_program_where_that_is_set_and_nothing_else_does() {
        assertThat(granted("idtyp=app", Map.of("idtyp", "app"))).isTrue();
        assertThat(granted("idtyp=app", Map.of("idtyp", "user"))).isFalse();
        assertThat(granted("idtyp=app", Map.of("sub", "hr-system", "client_id", "hr-system")))
                .isFalse();
    }

    @Test
    void a_claim_that_is_there_at_all_tells_a_program_and_any_of_several_will_do() {
        assertThat(granted("client_id", Map.of("client_id", "hr-system"))).isTrue();
        assertThat(granted("client_id", Map.of("azp", "hr-system"))).isFalse();
        assertThat(granted("client_id,gty=client-credentials", Map.of("gty", "client-credentials")))
                .isTrue();
    }

    @Test
    void whoever_is_named_is_a_person_whatever_else_the_token_says() {
        assertThat(granted(
                        "", Map.of("sub", "hr-system", "client_id", "hr-system", "preferred_username", "member-red-1")))
                .isFalse();
        assertThat(granted("idtyp=app", Map.of("idtyp", "app", "preferred_username", "member-red-1")))
                .isFalse();
    }

    private static boolean granted(String setting, Map<String, String> said) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "concordat.identity.issuers.harlow.issuer", "https://login.harlow.invalid/",
                "concordat.identity.issuers.harlow.key", "…",
                "concordat.identity.issuers.harlow.councils", "harlow"));
        if (!setting.isEmpty()) {
            properties.put("concordat.identity.issuers.harlow.claims.integration", setting);
        }
        TrustedIssuer issuer = new Issuers(new SmallRyeConfigBuilder()
                        .withMapping(IdentityConfiguration.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withSources(new PropertiesConfigSource(properties, "an operator's", 300))
                        .build()
                        .getConfigMapping(IdentityConfiguration.class))
                .of("https://login.harlow.invalid/")
                .orElseThrow();
        return issuer.grantsOf(token(said)).contains("people:import");
    }

    private static JsonWebToken token(Map<String, String> said) {
        JwtClaims claims = new JwtClaims();
        said.forEach(claims::setStringClaim);
        claims.setStringClaim("scope", "people:import");
        return new DefaultJWTCallerPrincipal(claims);
    }
}
