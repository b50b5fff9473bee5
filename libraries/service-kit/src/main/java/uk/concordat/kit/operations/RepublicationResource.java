package uk.concordat.kit.operations;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.republication.Republication;
import uk.concordat.eventsourcing.walk.Walk;
import uk.concordat.eventsourcing.walk.Walks;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;
import uk.concordat.kit.problem.StrictJson;
import uk.concordat.kit.reading.Ids;

/** Tells the council's topics again what they have been told, for one that was lost. */
@Path("/operations/{council}/republication")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class RepublicationResource {

    private static final String ACT = "republished";

    private final Operators operators;
    private final Stores stores;
    private final Transactions transactions;

    public RepublicationResource(Operators operators, Stores stores, Transactions transactions) {
        this.operators = operators;
        this.stores = stores;
        this.transactions = transactions;
    }

    @GET
    @Operation(summary = "How far republications have come", description = "For operators.")
    @APIResponseSchema(StoreBodies.Republications.class)
    public Response progress(@PathParam("council") String council) {
        Operators.Operator operator = operators.of(council);
        return transactions.in(operator.council(), transaction -> {
            List<Walk> walks = Walks.all(transaction);
            return answer(Response.ok(new StoreBodies.Republications(stores.all().stream()
                    .map(store -> new StoreBodies.Republication(
                            store.streamType(),
                            walks.stream()
                                    .filter(walk -> walk.work().equals(Republication.workOf(store.streamType())))
                                    .findFirst()
                                    .map(StoreBodies.Progress::of)))
                    .toList())));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send again what was sent: of one stream at once, of all streams in the background",
            description =
                    "For operators. The messages have the ids and sequences that they had, so whoever has taken them in passes over them; of council documents the present ones are sent. A stream whose events do not tell for sure what was sent is left out.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StoreBodies.Republishing.class)))
    @APIResponse(
            responseCode = "200",
            description = "One stream's messages are on their way",
            content = @Content(schema = @Schema(implementation = StoreBodies.Sent.class)))
    @APIResponse(responseCode = "202", description = "It has begun; GET tells how far it has come")
    public Response republish(@PathParam("council") String council, byte[] body) {
        Operators.Operator operator = operators.of(council);
        StoreBodies.Republishing asked = StrictJson.read(body, StoreBodies.Republishing.class);
        String reason = Fields.text("reason", asked.reason(), StoreBodies.REASON);
        return asked.stream()
                .map(stream -> one(operator, Ids.parse(stream).orElseThrow(RepublicationResource::unknown), reason))
                .orElseGet(() -> all(operator, reason));
    }

    private Response one(Operators.Operator operator, UUID stream, String reason) {
        return transactions.in(operator.council(), transaction -> {
            long sent = stores.all().stream()
                    .mapToLong(store -> Republication.ofOne(transaction, store, stream))
                    .sum();
            if (sent == 0) {
                throw unknown();
            }
            note(transaction, operator, stream.toString(), reason);
            return answer(Response.ok(new StoreBodies.Sent(sent)));
        });
    }

    private Response all(Operators.Operator operator, String reason) {
        return transactions.in(operator.council(), transaction -> {
            List<Boolean> begun = stores.all().stream()
                    .map(store -> Walks.begin(transaction, Republication.workOf(store.streamType())))
                    .toList();
            if (begun.contains(false)) {
                throw new MalformedRequest(
                        Problem.of(409, "republication-under-way", "What was sent is being sent again already."));
            }
            note(transaction, operator, "all streams", reason);
            return answer(Response.accepted());
        });
    }

    private static void note(Transaction transaction, Operators.Operator operator, String about, String reason) {
        RoundTrip noting = transaction.roundTrip();
        OperatorActs.note(noting, transaction, operator, ACT, about, Optional.of(reason));
        noting.send();
    }

    private static MalformedRequest unknown() {
        return new MalformedRequest(Problem.of(
                404, "stream-not-known", "There is no such stream here of which something was sent for sure."));
    }

    private static Response answer(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
