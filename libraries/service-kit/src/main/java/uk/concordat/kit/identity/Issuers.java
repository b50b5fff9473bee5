package uk.concordat.kit.identity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The issuers that are trusted. What is wrong with their configuration is told at the start, not to whoever comes first. */
@Startup
@ApplicationScoped
public class Issuers {

    private final Map<String, TrustedIssuer> byIssuer = new HashMap<>();

    /** @throws IllegalStateException if an issuer cannot be verified, or not told from another */
    public Issuers(IdentityConfiguration configuration) {
        Map<String, IdentityConfiguration.Issuer> issuers = configuration.issuers();
        requireOneForAllOthers(issuers);
        issuers.forEach((name, settings) -> {
            if (byIssuer.put(settings.issuer(), TrustedIssuer.of(name, settings, namedByOthers(name, issuers)))
                    != null) {
                throw new IllegalStateException("concordat.identity.issuers." + name
                        + " is of an issuer that another is of: " + settings.issuer());
            }
        });
    }

    /** Two of them would each speak for what the other is there for. */
    private static void requireOneForAllOthers(Map<String, IdentityConfiguration.Issuer> issuers) {
        List<String> forAllOthers = issuers.entrySet().stream()
                .filter(issuer -> issuer.getValue().councils().contains(TrustedIssuer.ALL_OTHER_COUNCILS))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (forAllOthers.size() > 1) {
            throw new IllegalStateException(
                    "concordat.identity.issuers.*.councils may be * for one issuer, and is for " + forAllOthers);
        }
    }

    private static Set<String> namedByOthers(String name, Map<String, IdentityConfiguration.Issuer> issuers) {
        return issuers.entrySet().stream()
                .filter(other -> !other.getKey().equals(name))
                .flatMap(other -> other.getValue().councils().stream())
                .collect(Collectors.toSet());
    }

    /** By the {@code iss} of its tokens. */
    Optional<TrustedIssuer> of(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    Stream<TrustedIssuer> all() {
        return byIssuer.values().stream();
    }
}
