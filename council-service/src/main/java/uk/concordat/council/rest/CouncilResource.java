package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.protocol.MissingPack;
import uk.concordat.protocols.pack.PackLibrary;

/** A council as its own people see it; to people of another it does not exist. */
@Path("/councils/{council}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Councils")
public class CouncilResource {

    private final Callers callers;
    private final Transactions transactions;
    private final PackLibrary packs;

    public CouncilResource(Callers callers, Transactions transactions, PackLibrary packs) {
        this.callers = callers;
        this.transactions = transactions;
        this.packs = packs;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The council's profile and the packs it has adopted")
    @APIResponseSchema(CouncilDocument.class)
    public Response profile(@PathParam("council") String council) {
        return ofMine(
                council, situation -> shown(situation.directory().council().on(situation.today())));
    }

    @GET
    @Path("/protocol")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary =
                    "The protocol in force today, readable: its clocks, policies, their rules and what it leaves open",
            description = "As text/plain it is a table of its parameters to print, each with what it rests on.")
    @APIResponseSchema(ProtocolBody.class)
    public Response protocol(@PathParam("council") String council) {
        return ofMine(
                council,
                situation -> inForce(situation).map(CouncilResource::shown).orElseGet(Answers::unknown));
    }

    @GET
    @Path("/protocol")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Response protocolAsTable(@PathParam("council") String council) {
        return ofMine(
                council,
                situation -> inForce(situation)
                        .map(body -> ParameterTable.print(
                                "%s (%s %s)".formatted(body.title(), body.pack(), body.version()), body.parameters()))
                        .map(CouncilResource::shown)
                        .orElseGet(Answers::unknown));
    }

    private Optional<ProtocolBody> inForce(Situation situation) {
        return situation
                .directory()
                .council()
                .protocolOn(situation.today())
                .map(id -> packs.find(id).orElseThrow(() -> MissingPack.of(id)))
                .map(pack ->
                        ProtocolBody.of(pack, situation.directory().council().settingsOn(situation.today())));
    }

    private Response ofMine(String council, Function<Situation, Response> show) {
        return callers.reading(transactions, read -> {
            Situation situation = read.situation();
            return situation.caller().council().key().equals(council) ? show.apply(situation) : Answers.unknown();
        });
    }

    private static Response shown(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
