package uk.concordat.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/**
 * What the verified token says, and no more than its issuer may say: who, and of which council. The rest of what it
 * claims counts for nothing.
 */
@RequestScoped
public class Token {

    private final SecurityIdentity identity;
    private final IdentityConfiguration configuration;

    public Token(SecurityIdentity identity, IdentityConfiguration configuration) {
        this.identity = identity;
        this.configuration = configuration;
    }

    /**
     * The council that the caller belongs to.
     *
     * @throws MalformedRequest as a 403 if the token names none, or its issuer may not speak for it
     */
    public Tenant council() {
        String council = claim("council").orElseThrow(() -> refuse("no-council", "The token names no council."));
        if (!mayConcern(council)) {
            throw refuse("issuer-not-for-council", "The token's issuer may not speak for that council.");
        }
        return new Tenant(council);
    }

    /** The name under which the council knows the caller. */
    public String username() {
        return claim("preferred_username")
                .or(() -> claim("upn"))
                .orElseThrow(() -> refuse("no-person", "The token names no person."));
    }

    /** Whether the caller runs the system. An operator reads no case. */
    public boolean isOperator() {
        return identity.hasRole("operator")
                && claim("council").isEmpty()
                && issuer().filter(IdentityConfiguration.Issuer::operators).isPresent();
    }

    /** Whether a council is among those that the token's issuer may speak for; it has no say in any other. */
    public boolean mayConcern(String council) {
        return issuer().filter(issuer -> issuer.councils().contains(council)).isPresent();
    }

    private Optional<IdentityConfiguration.Issuer> issuer() {
        return claim("iss")
                .flatMap(issuer -> configuration.issuers().values().stream()
                        .filter(configured -> configured.issuer().equals(issuer))
                        .findFirst());
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(name).map(Token::text).filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString text ? text.getString() : claim.toString();
    }

    private static MalformedRequest refuse(String code, String detail) {
        return new MalformedRequest(Problem.of(403, code, detail));
    }
}
