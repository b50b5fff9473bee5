package uk.concordat.kit.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.authority.SharedAuthority;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** Who runs the system, and for which council. An operator sees how records and tables stand, and reads no case. */
@ApplicationScoped
public class Operators {

    /** An operator at work for one council. */
    public record Operator(String name, Tenant council) {}

    private final Token token;
    private final CouncilRegister councils;

    public Operators(Token token, CouncilRegister councils) {
        this.token = token;
        this.councils = councils;
    }

    /**
     * The caller, as the operator of a council.
     *
     * @throws MalformedRequest as a 403 if the caller is no operator, as a 404 if the council is not known here or not one
     *     that the token's issuer may speak for
     */
    public Operator of(String council) {
        if (!token.isOneOf(SharedAuthority.OPERATIONS.callers(), Set.of())) {
            throw new MalformedRequest(Problem.of(
                    403,
                    SharedAuthority.OPERATIONS.toOthers(),
                    "Only an operator may do this; a person of a council may not."));
        }
        return councils.all().stream()
                .filter(known -> known.key().equals(council) && token.mayConcern(council))
                .map(known -> new Operator(token.username(), known))
                .findFirst()
                .orElseThrow(() ->
                        new MalformedRequest(Problem.of(404, "council-not-known", "That council is not known here.")));
    }
}
