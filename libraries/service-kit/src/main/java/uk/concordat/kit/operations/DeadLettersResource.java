package uk.concordat.kit.operations;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Intake;
import uk.concordat.eventsourcing.inbox.ParkedRecord;
import uk.concordat.kit.messaging.Consumers;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.StrictJson;
import uk.concordat.kit.reading.Ids;
import uk.concordat.kit.reading.Page;

/** What waits to be taken in here, and what an operator can do about it. */
@Path("/operations/{council}/dead-letters")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
public class DeadLettersResource {

    private final Operators operators;
    private final Consumers consumers;
    private final DeadLetters deadLetters;
    private final Transactions transactions;

    public DeadLettersResource(
            Operators operators, Consumers consumers, DeadLetters deadLetters, Transactions transactions) {
        this.operators = operators;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    @GET
    @Operation(
            summary = "The records that wait here, as they were parked",
            description =
                    "For operators. Broken ones wait until an operator replays or discards them; early ones go on by themselves.")
    public RestResponse<Page<DeadLetterBodies.Listed>> list(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("kind") @Schema(enumeration = {"early", "broken"}) @Nullable String kind) {
        Operators.Operator operator = operators.of(council);
        Page.Asked asked = Page.Asked.of(limit, after);
        Optional<String> only = Optional.ofNullable(kind);
        if (only.filter(it -> !it.equals("early") && !it.equals("broken")).isPresent()) {
            throw new MalformedRequest("bad-kind", "kind is early or broken.");
        }
        var parked = transactions.in(
                operator.council(),
                transaction -> consumers.desk().list(transaction, asked.after(), only, asked.toRead()));
        return Page.of(parked, asked, DeadLetterBodies.Listed::of, ParkedRecord::id)
                .answered();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One of them: its attributes, and the names and kinds of its fields",
            description =
                    "For operators. No value of its data is shown, nor of any header but a CloudEvent's attributes.")
    @APIResponseSchema(DeadLetterBodies.Shown.class)
    public Response inspect(@PathParam("council") String council, @PathParam("id") String id) {
        Operators.Operator operator = operators.of(council);
        UUID known = known(id);
        return transactions
                .in(operator.council(), transaction -> consumers.desk().inspect(transaction, known))
                .map(inspected -> ok(DeadLetterBodies.Shown.of(inspected)))
                .orElseThrow(DeadLetters::unknown);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            summary = "Try it again now",
            description =
                    "For operators. Says what came of it: taken in, with all that waited behind it; or that it waits, for what, and whether it goes on by itself.")
    @APIResponseSchema(value = DeadLetterBodies.Settled.class, responseCode = "200")
    public Response replay(@PathParam("council") String council, @PathParam("id") String id) {
        Operators.Operator operator = operators.of(council);
        return ok(
                switch (deadLetters.replay(operator, known(id))) {
                    case Intake.Replayed.TakenIn() -> DeadLetterBodies.Settled.TAKEN_IN;
                    case Intake.Replayed.StillWaits waits -> DeadLetterBodies.Settled.of(waits);
                    case Intake.Replayed.NoLonger() -> throw DeadLetters.unknown();
                });
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Leave it aside for good, for a reason",
            description =
                    "For operators. It counts as taken in, without effect, and what waits behind it goes on. Only the record whose turn it is; a record that is missing cannot be discarded.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterBodies.Discarding.class)))
    @APIResponseSchema(value = DeadLetterBodies.Settled.class, responseCode = "200")
    public Response discard(@PathParam("council") String council, @PathParam("id") String id, byte[] body) {
        Operators.Operator operator = operators.of(council);
        UUID known = known(id);
        String reason = Fields.text(
                "reason",
                StrictJson.read(body, DeadLetterBodies.Discarding.class).reason(),
                DeadLetterBodies.REASON);
        deadLetters.discard(operator, known, reason);
        return ok(DeadLetterBodies.Settled.DISCARDED);
    }

    private static UUID known(String id) {
        return Ids.parse(id).orElseThrow(DeadLetters::unknown);
    }

    private static Response ok(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
