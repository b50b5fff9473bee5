package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.DirectoryPeople;
import uk.concordat.council.application.PeopleConfiguration;
import uk.concordat.council.domain.ProvisioningLoss;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.operations.Operators;
import uk.concordat.kit.reading.Page;

/** What a council's directory says and its register does not follow. */
@Path("/operations/{council}/provisioning-losses")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class ProvisioningLossesResource {

    private final Operators operators;
    private final DirectoryPeople people;
    private final PeopleConfiguration configuration;

    public ProvisioningLossesResource(Operators operators, DirectoryPeople people, PeopleConfiguration configuration) {
        this.operators = operators;
        this.people = people;
        this.configuration = configuration;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "losses")
    @Operation(
            summary = "What the council's directory says of its people today and the register does not follow",
            description =
                    "For operators: whose username, and which of SCIM's attributes; not what either says. groups is of whoever is in a group that stands for a post and does not hold that. What the files lose, an import tells. It shows who is known, so that it was read is written down.")
    public RestResponse<Page<ProvisioningLoss>> losses(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Operators.Operator operator = operators.of(council);
        KeysAsked asked = KeysAsked.of(limit, after);
        List<ProvisioningLoss> losses = people.readBy(
                operator,
                "provisioning-losses-read",
                seen -> ProvisioningLoss.of(
                        seen.state(), configuration.postsOfGroups(council, seen.state()), seen.today()));
        return asked.page(losses, loss -> loss.username() + " " + loss.field(), Function.identity())
                .answered();
    }
}
