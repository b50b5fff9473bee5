package uk.concordat.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

/** What an operator gets wrong about issuers stops the start and says what to do. */
class IssuersTest {

    private static final String COUNTY = "https://login.county.invalid/";
    private static final String HACKNEY = "https://login.hackney.invalid/";

    @Test
    void an_issuer_is_known_by_what_its_tokens_call_it() {
        Issuers issuers = new Issuers(configured(
                Map.of("hackney.issuer", HACKNEY, "hackney.key", "…", "hackney.councils", "hackney,harlow")));

        TrustedIssuer issuer = issuers.of(HACKNEY).orElseThrow();
        assertThat(issuer.name()).isEqualTo("hackney");
        assertThat(issuer.maySpeakFor("harlow")).isTrue();
        assertThat(issuer.maySpeakFor("wonderland")).isFalse();
        assertThat(issuers.of("https://login.hackney.invalid")).isEmpty();
    }

    @Test
    void an_issuer_for_all_others_speaks_for_each_council_that_no_other_issuer_names_also_for_one_that_comes_later() {
        Issuers issuers = new Issuers(configured(Map.of(
                "county.issuer", COUNTY,
                "county.key", "…",
                "county.councils", "*",
                "hackney.issuer", HACKNEY,
                "hackney.key", "…",
                "hackney.councils", "hackney,harlow")));

        TrustedIssuer all = issuers.of(COUNTY).orElseThrow();
        assertThat(List.of("county", "ambleford")).allMatch(all::maySpeakFor);
        assertThat(List.of("hackney", "harlow")).noneMatch(all::maySpeakFor);
        TrustedIssuer hackneys = issuers.of(HACKNEY).orElseThrow();
        assertThat(List.of("hackney", "harlow")).allMatch(hackneys::maySpeakFor);
        assertThat(List.of("county", "ambleford")).noneMatch(hackneys::maySpeakFor);
    }

    @Test
    void a_council_that_both_name_is_both_issuers_and_what_no_council_can_be_called_is_nobodys() {
        Issuers issuers = new Issuers(configured(Map.of(
                "county.issuer", COUNTY,
                "county.key", "…",
                "county.councils", "*,hackney",
                "hackney.issuer", HACKNEY,
                "hackney.key", "…",
                "hackney.councils", "hackney")));

        TrustedIssuer all = issuers.of(COUNTY).orElseThrow();
        assertThat(all.maySpeakFor("hackney")).isTrue();
        assertThat(issuers.of(HACKNEY).orElseThrow().maySpeakFor("hackney")).isTrue();
        assertThat(List.of("*", "", "Ambleford", "a b", "../ambleford", "a".repeat(64)))
                .noneMatch(all::maySpeakFor);
    }

    @Test
    void two_issuers_for_all_others_stop_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "county.issuer", COUNTY,
                        "county.key", "…",
                        "county.councils", "*",
                        "hackney.issuer", HACKNEY,
                        "hackney.key", "…",
                        "hackney.councils", "hackney,*"))))
                .withMessageContaining("may be * for one issuer, and is for [county, hackney]");
    }

    @Test
    void an_issuer_without_a_way_to_its_keys_and_one_with_two_stop_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Issuers(configured(Map.of("hackney.issuer", HACKNEY, "hackney.councils", "hackney"))))
                .withMessageContaining("concordat.identity.issuers.hackney needs exactly one of server, jwks and key");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "hackney.issuer",
                        HACKNEY,
                        "hackney.councils",
                        "hackney",
                        "hackney.server",
                        HACKNEY,
                        "hackney.key",
                        "…"))))
                .withMessageContaining("needs exactly one of server, jwks and key");
    }

    @Test
    void an_issuer_whose_tokens_may_be_for_anybody_stops_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "hackney.issuer", HACKNEY,
                        "hackney.key", "…",
                        "hackney.councils", "hackney",
                        "hackney.audience", "any"))))
                .withMessageContaining("concordat.identity.issuers.hackney needs an audience");
    }

    @Test
    void an_issuer_whose_unnamed_council_is_none_of_its_own_stops_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "hackney.issuer", HACKNEY,
                        "hackney.key", "…",
                        "hackney.councils", "*",
                        "hackney.council", "hackney"))))
                .withMessageContaining("concordat.identity.issuers.hackney.council is not among the councils");
    }

    @Test
    void two_by_the_same_name_of_issuer_stop_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "hackney.issuer", HACKNEY,
                        "hackney.key", "…",
                        "hackney.councils", "hackney",
                        "harlow.issuer", HACKNEY,
                        "harlow.key", "…",
                        "harlow.councils", "harlow"))))
                .withMessageContaining(HACKNEY);
    }

    @Test
    void a_claim_that_has_no_name_stops_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issuers(configured(Map.of(
                        "hackney.issuer", HACKNEY,
                        "hackney.key", "…",
                        "hackney.councils", "hackney",
                        "hackney.claims.council", "/"))));
    }

    @Test
    void an_issuer_is_configured_by_environment_variables_too() {
        String variable = "CONCORDAT_IDENTITY_ISSUERS_HACKNEY_";
        Issuers issuers = new Issuers(mapped(new EnvConfigSource(
                Map.of(
                        variable + "ISSUER", HACKNEY,
                        variable + "SERVER", HACKNEY,
                        variable + "COUNCILS", "hackney,harlow",
                        variable + "OPERATORS", "true",
                        variable + "CLAIMS_COUNCIL", "organisation/council",
                        variable + "CLAIMS_PERSON", "upn,email"),
                300)));

        TrustedIssuer issuer = issuers.of(HACKNEY).orElseThrow();
        assertThat(issuer.name()).isEqualTo("hackney");
        assertThat(issuer.maySpeakFor("harlow")).isTrue();
        assertThat(issuer.settings().operators()).isTrue();
        assertThat(issuer.council()).isEqualTo(ClaimPath.of("organisation/council"));
        assertThat(issuer.person()).containsExactly(ClaimPath.of("upn"), ClaimPath.of("email"));
    }

    private static IdentityConfiguration configured(Map<String, String> issuers) {
        Map<String, String> properties = new HashMap<>();
        issuers.forEach((name, value) -> properties.put("concordat.identity.issuers." + name, value));
        return mapped(new PropertiesConfigSource(properties, "an operator's", 300));
    }

    private static IdentityConfiguration mapped(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfiguration.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(source)
                .build()
                .getConfigMapping(IdentityConfiguration.class);
    }
}
