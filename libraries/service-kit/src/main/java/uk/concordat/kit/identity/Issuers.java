package uk.concordat.kit.identity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The issuers that are trusted. What is wrong with their configuration is told at the start, not to whoever comes first. */
@Startup
@ApplicationScoped
public class Issuers {

    private final Map<String, TrustedIssuer> byIssuer = new HashMap<>();

    /** @throws IllegalStateException if an issuer cannot be verified, or not told from another */
    public Issuers(IdentityConfiguration configuration) {
        configuration.issuers().forEach((name, settings) -> {
            if (byIssuer.put(settings.issuer(), TrustedIssuer.of(name, settings)) != null) {
                throw new IllegalStateException("concordat.identity.issuers." + name
                        + " is of an issuer that another is of: " + settings.issuer());
            }
        });
    }

    /** By the {@code iss} of its tokens. */
    Optional<TrustedIssuer> of(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    Stream<TrustedIssuer> all() {
        return byIssuer.values().stream();
    }
}
