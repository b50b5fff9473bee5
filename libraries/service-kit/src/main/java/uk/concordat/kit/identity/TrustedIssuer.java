package uk.concordat.kit.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.concordat.eventsourcing.database.Tenant;

/**
 * An issuer, and how its tokens are read.
 *
 * @param ofOthers the councils that other issuers name, which {@code *} does not take from them
 */
record TrustedIssuer(
        String name,
        IdentityConfiguration.Issuer settings,
        Set<String> ofOthers,
        List<ClaimPath> person,
        ClaimPath council,
        ClaimPath operator,
        List<ClaimPath> scopes,
        List<ClaimSaid> integration) {

    /** In place of councils: all that no other issuer names, also those that are loaded later. */
    static final String ALL_OTHER_COUNCILS = "*";

    /** To the OIDC extension it means that no audience is asked for. */
    private static final String ANY_AUDIENCE = "any";

    private static final List<ClaimPath> CLIENT =
            Stream.of("azp", "client_id", "cid", "appid").map(ClaimPath::of).toList();
    private static final ClaimPath SUBJECT = ClaimPath.of("sub");
    private static final int LONGEST_NAME = 200;

    /** @throws IllegalStateException if it could not be verified, or names a claim that is none */
    static TrustedIssuer of(String name, IdentityConfiguration.Issuer settings, Set<String> ofOthers) {
        long ways = Stream.of(settings.server(), settings.jwks(), settings.key())
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw new IllegalStateException(
                    "concordat.identity.issuers.%s needs exactly one of server, jwks and key, by which its tokens are verified"
                            .formatted(name));
        }
        if (settings.audience().equals(ANY_AUDIENCE)) {
            throw new IllegalStateException(
                    "concordat.identity.issuers.%s needs an audience: what its tokens for others say counts for nothing here"
                            .formatted(name));
        }
        if (settings.council()
                .filter(council -> !settings.councils().contains(council))
                .isPresent()) {
            throw new IllegalStateException(
                    "concordat.identity.issuers.%s.council is not among the councils that it may speak for, %s"
                            .formatted(name, settings.councils()));
        }
        IdentityConfiguration.Claims claims = settings.claims();
        return new TrustedIssuer(
                name,
                settings,
                Set.copyOf(ofOthers),
                claims.person().stream().map(ClaimPath::of).toList(),
                ClaimPath.of(claims.council()),
                ClaimPath.of(claims.operator()),
                claims.scopes().stream().map(ClaimPath::of).toList(),
                claims.integration().orElse(List.of()).stream()
                        .map(ClaimSaid::of)
                        .toList());
    }

    boolean maySpeakFor(String council) {
        if (settings.councils().contains(council)) {
            return Tenant.isKey(council);
        }
        return settings.councils().contains(ALL_OTHER_COUNCILS) && Tenant.isKey(council) && !ofOthers.contains(council);
    }

    /** An operator is of none, where others need not say of which they are. */
    Optional<String> councilOf(JsonWebToken token) {
        return council.text(token).or(() -> namesOperator(token) ? Optional.empty() : settings.council());
    }

    Optional<String> personOf(JsonWebToken token) {
        return person.stream().flatMap(path -> path.text(token).stream()).findFirst();
    }

    /** Under which name the issuer knows a program, by whatever claim its kind of provider writes that in. */
    Optional<String> clientOf(JsonWebToken token) {
        return Stream.concat(CLIENT.stream(), Stream.of(SUBJECT))
                .flatMap(path -> path.text(token).stream())
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .findFirst();
    }

    /** Of no council, and only where this issuer may name one at all. */
    boolean namesOperator(JsonWebToken token) {
        return settings.operators()
                && council.text(token).isEmpty()
                && operator.texts(token).anyMatch("operator"::equals);
    }

    /**
     * Whether a program got the token in its own name. That no person is named is not enough: a token of somebody who has
     * signed in names nobody either where their claim was forgotten.
     */
    boolean isOfIntegration(JsonWebToken token) {
        if (personOf(token).isPresent()) {
            return false;
        }
        return integration.isEmpty()
                ? isAboutItsClient(token)
                : integration.stream().anyMatch(said -> said.isIn(token));
    }

    private static boolean isAboutItsClient(JsonWebToken token) {
        return SUBJECT.text(token)
                .filter(subject -> CLIENT.stream()
                        .flatMap(path -> path.text(token).stream())
                        .anyMatch(subject::equals))
                .isPresent();
    }

    /** What an integration has been granted: a person's scopes say what their portal may do, and count for nothing. */
    Set<String> grantsOf(JsonWebToken token) {
        if (!isOfIntegration(token)) {
            return Set.of();
        }
        return scopes.stream()
                .flatMap(path -> path.texts(token))
                .flatMap(text -> Stream.of(text.split(" ")))
                .collect(Collectors.toSet());
    }
}
