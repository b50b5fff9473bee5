package uk.concordat.kit.operations;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.verification.Verification;
import uk.concordat.eventsourcing.verification.Verifier;

/** Whether the events and views that are kept here are what they must be. */
@Path("/operations/{council}/verification")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class VerificationResource {

    private final Operators operators;
    private final Stores stores;
    private final Transactions transactions;

    public VerificationResource(Operators operators, Stores stores, Transactions transactions) {
        this.operators = operators;
        this.stores = stores;
        this.transactions = transactions;
    }

    @POST
    @Operation(
            summary = "Compare all of this council's events and views here with what they must be",
            description =
                    "For operators. Answers when all has been read, which may take minutes. It changes nothing, holds some streams at a time against commands for a moment, and quotes no event.")
    @APIResponseSchema(value = StoreBodies.Verified.class, responseCode = "200")
    public Response verify(@PathParam("council") String council) {
        Operators.Operator operator = operators.of(council);
        List<Verification> found = stores.all().stream()
                .map(store -> verify(store, operator.council()))
                .toList();
        StoreBodies.Verified verified = StoreBodies.Verified.of(found);
        transactions.in(operator.council(), transaction -> {
            RoundTrip noting = transaction.roundTrip();
            OperatorActs.note(
                    noting,
                    transaction,
                    operator,
                    "verified",
                    verified.sound() ? "nothing is wrong" : "something is wrong",
                    Optional.empty());
            noting.send();
            return verified;
        });
        return Response.ok(verified)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private <S, E> Verification verify(EventStore<S, E> store, Tenant council) {
        return new Verifier<>(transactions, store).verify(council);
    }
}
