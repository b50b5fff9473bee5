package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.enquiry.application.ReceiveEnquiry;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.StrictJson;

/** Enquiries come in. */
@Path("/enquiries")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EnquiryResource {

    static final String PATH = "/enquiries";

    private final ReceiveEnquiry receive;
    private final EnquiryPresenter presenter;

    public EnquiryResource(ReceiveEnquiry receive, EnquiryPresenter presenter) {
        this.receive = receive;
        this.presenter = presenter;
    }

    @POST
    @Extension(name = AuthorityLines.EXTENSION, value = "ask log ask-member")
    @Operation(
            summary = "Ask an officer, or log what a member has asked",
            description =
                    "A member's own enquiry is received now. An officer logs one for a member, for any channel,"
                            + " with onBehalfOf and receivedAt (COL-27). The answer shows each date with its paragraph and proof.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.NewEnquiry.class),
                            examples = {
                                @ExampleObject(name = "a member's own", value = Examples.OWN),
                                @ExampleObject(name = "logged for a member", value = Examples.LOGGED)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Received and dated",
            content = @Content(schema = @Schema(implementation = EnquiryBody.class)))
    public Response receive(byte[] body) {
        return answer(receive.receive(body, () -> sent(StrictJson.read(body, Bodies.NewEnquiry.class))));
    }

    private Response answer(Outcome<EnquiryState, EnquiryEvent> outcome) {
        return Answers.of(outcome, PATH, presenter::show);
    }

    private static ReceiveEnquiry.Sent sent(Bodies.NewEnquiry body) {
        return new ReceiveEnquiry.Sent(
                Fields.required("kind", body.kind()),
                Fields.text("subject", body.subject(), Bodies.SUBJECT),
                Fields.text("text", body.text(), Bodies.TEXT),
                Fields.required("factual", body.factual()),
                body.capacity(),
                Fields.required("channel", body.channel()),
                Fields.text("addressee", body.addressee(), Bodies.SUBJECT),
                body.onBehalfOf(),
                body.receivedAt(),
                body.departure().map(Bodies.DepartureBody::toDomain));
    }
}
