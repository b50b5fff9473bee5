package uk.concordat.kit.operations;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.reading.Page;

/** What operators have done here. */
@Path("/operations/{council}/acts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class OperatorActsResource {

    private final Operators operators;
    private final Transactions transactions;

    public OperatorActsResource(Operators operators, Transactions transactions) {
        this.operators = operators;
        this.transactions = transactions;
    }

    @GET
    @Operation(
            summary =
                    "What operators and integrations have done to this council's data in this service, the newest first",
            description =
                    "For operators. Each import, replay, discard, rebuild and republication, with who did it, when and why.")
    public RestResponse<Page<OperatorActs.OperatorAct>> acts(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Operators.Operator operator = operators.of(council);
        Page.Asked asked = Page.Asked.of(limit, after);
        var acts = transactions.in(operator.council(), transaction -> OperatorActs.list(transaction, asked));
        return Page.of(acts, asked, act -> act, OperatorActs.OperatorAct::id).answered();
    }
}
