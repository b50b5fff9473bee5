package uk.concordat.kit.operations;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.views.ViewRebuild;
import uk.concordat.eventsourcing.views.ViewRows;
import uk.concordat.eventsourcing.walk.Walk;
import uk.concordat.eventsourcing.walk.Walks;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** The views that are kept here, and their rebuilding from the events. */
@Path("/operations/{council}/views")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class ViewsResource {

    private final Operators operators;
    private final Stores stores;
    private final Transactions transactions;

    public ViewsResource(Operators operators, Stores stores, Transactions transactions) {
        this.operators = operators;
        this.stores = stores;
        this.transactions = transactions;
    }

    @GET
    @Operation(
            summary = "This council's views in this service: how many rows, and how far a rebuild has come",
            description = "For operators.")
    @APIResponseSchema(StoreBodies.Views.class)
    public Response views(@PathParam("council") String council) {
        Operators.Operator operator = operators.of(council);
        return transactions.in(operator.council(), transaction -> {
            List<Walk> walks = Walks.all(transaction);
            return ok(new StoreBodies.Views(stores.all().stream()
                    .flatMap(store -> shown(store, transaction, walks))
                    .toList()));
        });
    }

    private static <S> Stream<StoreBodies.ViewShown> shown(
            EventStore<S, ?> store, Transaction transaction, List<Walk> walks) {
        return store.views().stream().map(view -> {
            ViewRows<S> rows = new ViewRows<>(view, store.streamType());
            return new StoreBodies.ViewShown(
                    rows.name(),
                    store.streamType(),
                    rows.count(transaction),
                    walks.stream()
                            .filter(walk -> walk.work().equals(ViewRebuild.workOf(rows.name())))
                            .findFirst()
                            .map(StoreBodies.Progress::of));
        });
    }

    @POST
    @Path("/{view}/rebuild")
    @Operation(
            summary = "Make a view anew from its events, while it serves",
            description =
                    "For operators. It begins at once and goes on by itself, also after a crash; GET …/views tells how far it has come.")
    @APIResponse(responseCode = "202", description = "It has begun")
    public Response rebuild(@PathParam("council") String council, @PathParam("view") String view) {
        Operators.Operator operator = operators.of(council);
        if (stores.all().stream()
                .flatMap(store -> store.views().stream())
                .noneMatch(known -> known.table().name().equals(view))) {
            throw new MalformedRequest(Problem.of(404, "view-not-known", "There is no such view here."));
        }
        return transactions.in(operator.council(), transaction -> {
            if (!Walks.begin(transaction, ViewRebuild.workOf(view))) {
                throw new MalformedRequest(
                        Problem.of(409, "rebuild-under-way", "This view is being made anew; see …/views."));
            }
            RoundTrip noting = transaction.roundTrip();
            OperatorActs.note(noting, transaction, operator, "view-rebuild-begun", view, Optional.empty());
            noting.send();
            return Response.accepted()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    private static Response ok(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
