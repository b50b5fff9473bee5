package uk.concordat.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;
import uk.concordat.kit.problem.StorableText;
import uk.concordat.protocols.authority.CallerKind;

/**
 * What the verified token says, and no more than its issuer may say: who, and of which council, or what an integration
 * may do. The rest of what it claims counts for nothing.
 */
@RequestScoped
public class Token {

    private final SecurityIdentity identity;
    private final Issuers issuers;

    public Token(SecurityIdentity identity, Issuers issuers) {
        this.identity = identity;
        this.issuers = issuers;
    }

    /**
     * The council that the caller belongs to.
     *
     * @throws MalformedRequest as a 403 if the token names none, or its issuer may not speak for it
     */
    public Tenant council() {
        String council =
                said(TrustedIssuer::councilOf).orElseThrow(() -> refuse("no-council", "The token names no council."));
        if (!mayConcern(council)) {
            throw refuse("issuer-not-for-council", "The token's issuer may not speak for that council.");
        }
        return new Tenant(council);
    }

    /** The name under which the council knows the caller. */
    public String username() {
        return said(TrustedIssuer::personOf).orElseThrow(this::namesNobody);
    }

    /** How what the caller does is written down: an operator by their name, an integration by that of its client. */
    public String actor() {
        return said(TrustedIssuer::personOf)
                .or(() -> said(TrustedIssuer::clientOf)
                        .filter(_ -> isIntegration())
                        .map("integration "::concat))
                .filter(StorableText::isStorable)
                .orElse("nameless");
    }

    /** Whether the caller runs the system. An operator reads no case. */
    public boolean isOperator() {
        return holds(TrustedIssuer::namesOperator);
    }

    /**
     * Whether the caller is, by the token alone, of one of these kinds. A person may still be unknown to their council.
     *
     * @param scopes any of which an integration needs
     * @throws MalformedRequest as a 403 if it is of none
     */
    public boolean isOneOf(Set<CallerKind> kinds, Set<Scope> scopes) {
        requireSomebody();
        return kinds.stream().anyMatch(kind -> switch (kind) {
            case OPERATOR -> isOperator();
            case PERSON -> names(TrustedIssuer::personOf) && names(TrustedIssuer::councilOf);
            case INTEGRATION -> scopes.stream().anyMatch(this::grants);
        });
    }

    /**
     * Whether the caller is an integration, nobody's person, that has been granted this.
     *
     * @throws MalformedRequest as a 403 if it is neither that nor a person nor an operator
     */
    public boolean grants(Scope scope) {
        requireSomebody();
        return holds((issuer, token) -> issuer.grantsOf(token).contains(scope.code()));
    }

    /** Whether a council is among those that the token's issuer may speak for; it has no say in any other. */
    public boolean mayConcern(String council) {
        return holds((issuer, _) -> issuer.maySpeakFor(council));
    }

    private void requireSomebody() {
        if (!isOperator() && !names(TrustedIssuer::personOf) && !isIntegration()) {
            throw namesNobody();
        }
    }

    private boolean isIntegration() {
        return holds(TrustedIssuer::isOfIntegration);
    }

    private MalformedRequest namesNobody() {
        String claims = said((issuer, _) ->
                        Optional.of(String.join(", ", issuer.settings().claims().person())))
                .orElse("");
        return refuse(
                "no-person",
                isIntegration()
                        ? "The token is of an integration, which is nobody's person and may do what its scopes say."
                        : "The token names no person (where its issuer should: %s), and is of no integration."
                                .formatted(claims));
    }

    private boolean names(BiFunction<TrustedIssuer, JsonWebToken, Optional<String>> read) {
        return said(read).isPresent();
    }

    private boolean holds(BiPredicate<TrustedIssuer, JsonWebToken> question) {
        return said((issuer, token) -> Optional.of(question.test(issuer, token)))
                .orElse(false);
    }

    private <T> Optional<T> said(BiFunction<TrustedIssuer, JsonWebToken, Optional<T>> read) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? issuers.of(token.getIssuer()).flatMap(issuer -> read.apply(issuer, token))
                : Optional.empty();
    }

    private static MalformedRequest refuse(String code, String detail) {
        return new MalformedRequest(Problem.of(403, code, detail));
    }
}
