package uk.concordat.council.scim;

import jakarta.enterprise.context.ApplicationScoped;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.identity.Scope;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** Who speaks for a council's directory: an integration of the council, granted it. No person does, and no operator. */
@ApplicationScoped
public class Provisioner {

    private final Token token;

    public Provisioner(Token token) {
        this.token = token;
    }

    /** @throws MalformedRequest as a 403 if the caller may not */
    Tenant council() {
        if (!token.grants(Scope.PEOPLE_PROVISION)) {
            throw new MalformedRequest(Problem.of(
                    403,
                    "directories-only",
                    "Only an integration with the scope %s provisions people."
                            .formatted(Scope.PEOPLE_PROVISION.code())));
        }
        return token.council();
    }

    /** As whom what they change is written down. */
    String actor() {
        return token.actor();
    }
}
