package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.concordat.kit.authority.AuthorityLines;
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

    private final OfMyCouncil ofMyCouncil;
    private final PackLibrary packs;

    public CouncilResource(OfMyCouncil ofMyCouncil, PackLibrary packs) {
        this.ofMyCouncil = ofMyCouncil;
        this.packs = packs;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The council's profile and the packs it has adopted")
    public RestResponse<CouncilDocument> profile(@PathParam("council") String council) {
        return ofMyCouncil.read(
                council,
                situation -> Optional.of(situation.directory().council().on(situation.today())));
    }

    @GET
    @Path("/protocol")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary =
                    "The protocol in force today, readable: its clocks, policies, their rules and what it leaves open",
            description = "As text/plain it is a table of its parameters to print, each with what it rests on.")
    public RestResponse<ProtocolBody> protocol(@PathParam("council") String council) {
        return ofMyCouncil.read(council, this::inForce);
    }

    @GET
    @Path("/protocol")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public RestResponse<String> protocolAsTable(@PathParam("council") String council) {
        return ofMyCouncil.read(
                council,
                situation -> inForce(situation)
                        .map(body -> ParameterTable.print(
                                "%s (%s %s)".formatted(body.title(), body.pack(), body.version()), body.parameters())));
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
}
