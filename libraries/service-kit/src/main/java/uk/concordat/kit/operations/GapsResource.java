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
import uk.concordat.eventsourcing.inbox.Gap;
import uk.concordat.kit.messaging.Consumers;
import uk.concordat.kit.reading.Page;

/** What has not come. */
@Path("/operations/{council}/gaps")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class GapsResource {

    private final Operators operators;
    private final Consumers consumers;
    private final Transactions transactions;

    public GapsResource(Operators operators, Consumers consumers, Transactions transactions) {
        this.operators = operators;
        this.consumers = consumers;
        this.transactions = transactions;
    }

    @GET
    @Operation(
            summary = "Subjects that wait here for a record that has not come",
            description =
                    "For operators. Since when, which sequence was the last taken in, which is needed, and which is the next that is here.")
    public RestResponse<Page<DeadLetterBodies.Missing>> list(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Operators.Operator operator = operators.of(council);
        Page.Asked asked = Page.Asked.of(limit, after);
        var gaps = transactions.in(
                operator.council(), transaction -> consumers.desk().gaps(transaction, asked.after(), asked.toRead()));
        return Page.of(gaps, asked, DeadLetterBodies.Missing::of, Gap::nextParkedId)
                .answered();
    }
}
