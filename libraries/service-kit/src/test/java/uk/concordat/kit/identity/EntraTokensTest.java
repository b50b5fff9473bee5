package uk.concordat.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Repository;

/** The very settings that {@code deploy/identity/README.md} gives for Entra ID, and tokens as Entra ID writes them. */
class EntraTokensTest {

    private static final String ISSUER = "https://login.microsoftonline.com/DIRECTORY/v2.0";

    private TrustedIssuer entra;

    @BeforeEach
    void the_issuer_is_configured_as_operators_are_shown() throws IOException {
        String readme = Files.readString(Repository.root().resolve("deploy/identity/README.md"));
        Map<String, String> settings = Pattern.compile("(?m)^….([A-Z_]+)=(\\S+)")
                .matcher(readme)
                .results()
                .collect(Collectors.toMap(
                        found -> "CONCORDAT_IDENTITY_ISSUERS_ENTRA_" + found.group(1), found -> found.group(2)));
        Issuers issuers = new Issuers(new SmallRyeConfigBuilder()
                .withMapping(IdentityConfiguration.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(settings, 300))
                .build()
                .getConfigMapping(IdentityConfiguration.class));
        entra = issuers.of(ISSUER).orElseThrow();
    }

    @Test
    void somebody_who_has_signed_in_is_a_person_of_the_directorys_council() {
        JsonWebToken token = signedIn(_ -> {});

        assertThat(entra.personOf(token)).hasValue("officer-1@hackney.invalid");
        assertThat(entra.councilOf(token)).hasValue("hackney");
        assertThat(entra.namesOperator(token)).isFalse();
        assertThat(entra.grantsOf(token)).isEmpty();
    }

    @Test
    void whoever_has_the_application_role_operates_and_is_of_no_council() {
        JsonWebToken token = signedIn(claims -> claims.setStringListClaim("roles", List.of("operator")));

        assertThat(entra.namesOperator(token)).isTrue();
        assertThat(entra.personOf(token)).hasValue("officer-1@hackney.invalid");
        assertThat(entra.councilOf(token)).isEmpty();
        assertThat(entra.maySpeakFor("hackney")).isTrue();
        assertThat(entra.maySpeakFor("harlow")).isFalse();
    }

    @Test
    void an_application_with_permissions_is_an_integration_of_the_directorys_council() {
        JsonWebToken token = application(_ -> {});

        assertThat(entra.isOfIntegration(token)).isTrue();
        assertThat(entra.grantsOf(token)).containsExactlyInAnyOrder("people:import", "people:provision");
        assertThat(entra.councilOf(token)).hasValue("hackney");
        assertThat(entra.clientOf(token)).hasValue("5f0c");
    }

    @Test
    void somebody_whose_username_claim_was_not_configured_is_no_integration_whatever_they_may_delegate() {
        JsonWebToken token = signedIn(claims -> {
            claims.unsetClaim("preferred_username");
            claims.setStringListClaim("roles", List.of("people:import", "people:provision"));
            claims.setStringClaim("idtyp", "user");
        });

        assertThat(entra.personOf(token)).isEmpty();
        assertThat(entra.isOfIntegration(token)).isFalse();
        assertThat(entra.grantsOf(token)).isEmpty();
    }

    /** Version 2, of a user, by a portal. */
    private static JsonWebToken signedIn(Consumer<JwtClaims> change) {
        return token(claims -> {
            claims.setStringClaim("preferred_username", "officer-1@hackney.invalid");
            claims.setStringClaim("name", "Officer One");
            claims.setStringClaim("scp", "people:import access_as_user");
            claims.setSubject("AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ");
            change.accept(claims);
        });
    }

    /** Version 2, of an application by its own credentials. */
    private static JsonWebToken application(Consumer<JwtClaims> change) {
        return token(claims -> {
            claims.setStringClaim("idtyp", "app");
            claims.setStringListClaim("roles", List.of("people:import", "people:provision"));
            claims.setSubject("b3a9");
            change.accept(claims);
        });
    }

    private static JsonWebToken token(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("APPLICATION-ID");
        claims.setStringClaim("azp", "5f0c");
        claims.setStringClaim("azpacr", "1");
        claims.setStringClaim("oid", "b3a9");
        claims.setStringClaim("tid", "DIRECTORY");
        claims.setStringClaim("ver", "2.0");
        change.accept(claims);
        return new DefaultJWTCallerPrincipal(claims);
    }
}
