package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.EnquiryCommand;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;
import uk.concordat.kit.reading.Ids;

/** What is done to an enquiry; each path is named for what happened. All need {@code If-Match}. */
@Path("/enquiries")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EnquiryActsResource {

    /** Makes the command of who acts, when, and what the body says. */
    private interface Act extends BiFunction<Situation, Part, EnquiryCommand> {}

    private final CaseCommands<EnquiryState, EnquiryEvent> commands;
    private final EnquiryProtocols protocols;
    private final EnquiryPresenter presenter;

    public EnquiryActsResource(
            CaseCommands<EnquiryState, EnquiryEvent> commands, EnquiryProtocols protocols, EnquiryPresenter presenter) {
        this.commands = commands;
        this.protocols = protocols;
        this.presenter = presenter;
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(summary = "Tell the member that the enquiry has arrived and is being looked at (COL-28)")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Letter.class),
                            examples = @ExampleObject(name = "acknowledgement", value = Examples.LETTER)))
    @APIResponseSchema(EnquiryBody.class)
    public Response acknowledge(@PathParam("id") String id, byte[] body) {
        return act(
                id,
                body,
                (situation, part) -> new Acknowledge(situation.caller().id(), part, situation.now(), letter(body)));
    }

    @POST
    @Path("/{id}/response")
    @Operation(summary = "Answer the enquiry in full (COL-29); late is recorded as late, never refused")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Letter.class),
                            examples = @ExampleObject(name = "response", value = Examples.LETTER)))
    @APIResponseSchema(EnquiryBody.class)
    public Response respond(@PathParam("id") String id, byte[] body) {
        return act(
                id,
                body,
                (situation, part) -> new Respond(situation.caller().id(), part, situation.now(), letter(body)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take the enquiry back; what is not yet due is no longer owed")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Withdrawal.class),
                            examples = @ExampleObject(name = "withdrawal", value = Examples.WITHDRAWAL)))
    @APIResponseSchema(EnquiryBody.class)
    public Response withdraw(@PathParam("id") String id, byte[] body) {
        return act(
                id,
                body,
                (situation, part) -> new Withdraw(
                        situation.caller().id(),
                        part,
                        situation.now(),
                        StrictJson.read(body, Bodies.Withdrawal.class)
                                .reason()
                                .map(reason -> Fields.text("reason", reason, Bodies.TEXT))));
    }

    private Response act(String id, byte[] body, Act act) {
        return Ids.parse(id).map(enquiry -> act(enquiry, body, act)).orElseGet(Answers::unknown);
    }

    private Response act(UUID id, byte[] body, Act act) {
        return Answers.of(
                commands.change(id, body, (situation, state) -> {
                    Known enquiry = Enquiries.known(state);
                    return protocols
                            .of(enquiry)
                            .decide(act.apply(situation, Enquiries.part(enquiry, situation)), enquiry);
                }),
                EnquiryResource.PATH,
                presenter::show);
    }

    private static String letter(byte[] body) {
        return Fields.text("text", StrictJson.read(body, Bodies.Letter.class).text(), Bodies.TEXT);
    }
}
