package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.council.application.AdoptingProtocols;
import uk.concordat.council.application.CouncilRules;
import uk.concordat.council.application.Part;
import uk.concordat.council.domain.AdoptionRules;
import uk.concordat.council.rest.AdoptionBodies.Adoption;
import uk.concordat.council.rest.AdoptionBodies.Adoptions;
import uk.concordat.council.rest.AdoptionBodies.NewAdoption;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;
import uk.concordat.protocols.pack.AdoptionTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;

/** The protocols that a council has gone by, goes by and will go by; to people of another it has none. */
@Path("/councils/{council}/protocols")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Protocols")
public class ProtocolsResource {

    private final AdoptingProtocols adopting;
    private final CouncilRules rules;
    private final WrittenDown writtenDown;

    public ProtocolsResource(AdoptingProtocols adopting, CouncilRules rules, WrittenDown writtenDown) {
        this.adopting = adopting;
        this.rules = rules;
        this.writtenDown = writtenDown;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "Every protocol that has been adopted, from when, when that was written down, by whom and why")
    @APIResponseSchema(Adoptions.class)
    public Response list(@PathParam("council") String council) {
        return writtenDown.read(
                council,
                Part.adoptions(),
                (situation, state) -> state.profile().map(_ -> {
                    Optional<Pack> present = rules.on(situation.today(), state);
                    return new Adoptions(
                            new AdoptionBodies.AdoptedBy(
                                    AdoptionRules.adoptedBy(present),
                                    present.flatMap(Pack::adoption)
                                            .map(AdoptionTerms::citation)
                                            .map(SettingsBodies.OpenBody::of)),
                            new AdoptionPresenter(situation, state).all());
                }));
    }

    @GET
    @Path("/{from}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The protocol that was adopted from a day on")
    @APIResponseSchema(Adoption.class)
    public Response read(@PathParam("council") String council, @PathParam("from") String from) {
        return Lines.day(from)
                .map(date -> writtenDown.read(
                        council,
                        Part.adoption(date),
                        (situation, state) -> new AdoptionPresenter(situation, state).from(date)))
                .orElseGet(Answers::unknown);
    }

    @POST
    @Extension(name = AuthorityLines.EXTENSION, value = "adopt")
    @Operation(
            summary = "Adopt a protocol from today or a day ahead",
            description =
                    "By those of whom the protocol in force says so, and else by the Head of Paid Service. Cases keep the protocol, and its version, that was in force when they were received.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewAdoption.class)))
    @APIResponse(
            responseCode = "201",
            description = "Adopted",
            content = @Content(schema = @Schema(implementation = Adoption.class)))
    public Response adopt(@PathParam("council") String council, byte[] body) {
        return WrittenDown.answer(
                adopting.adopt(council, body, () -> sent(body)),
                () -> path(council, sent(body).from()),
                () -> Part.adoption(sent(body).from()),
                (situation, state) ->
                        new AdoptionPresenter(situation, state).from(sent(body).from()));
    }

    @POST
    @Path("/{from}/withdrawal")
    @Extension(name = AuthorityLines.EXTENSION, value = "adopt")
    @Operation(summary = "Withdraw an adoption while its day is still ahead; the protocol before it stays in force")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdoptionBodies.Withdrawal.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = Adoption.class)))
    public Response withdraw(@PathParam("council") String council, @PathParam("from") String from, byte[] body) {
        return Lines.day(from)
                .map(date -> WrittenDown.answer(
                        adopting.withdraw(council, date, body, () -> reason(body)),
                        () -> path(council, date),
                        () -> Part.adoption(date),
                        (situation, state) -> new AdoptionPresenter(situation, state).from(date)))
                .orElseGet(Answers::unknown);
    }

    private static AdoptingProtocols.Sent sent(byte[] body) {
        NewAdoption read = StrictJson.read(body, NewAdoption.class);
        return new AdoptingProtocols.Sent(
                new PackId(
                        Fields.text("pack", read.pack(), AdoptionBodies.NAME),
                        Fields.text("version", read.version(), AdoptionBodies.NAME)),
                Fields.required("from", read.from()),
                Fields.text("reason", read.reason(), AdoptionBodies.TEXT));
    }

    private static String reason(byte[] body) {
        return Fields.text(
                "reason", StrictJson.read(body, AdoptionBodies.Withdrawal.class).reason(), AdoptionBodies.TEXT);
    }

    private static String path(String council, LocalDate from) {
        return "/councils/%s/protocols/%s".formatted(council, from);
    }
}
