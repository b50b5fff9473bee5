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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.problem.Fields;

/** What the one who was asked writes; each path is named for what happened. All need {@code If-Match}. */
@Path("/enquiries")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EnquiryActsResource {

    private final EnquiryActs acts;

    public EnquiryActsResource(EnquiryActs acts) {
        this.acts = acts;
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Extension(name = AuthorityLines.EXTENSION, value = "acknowledgement")
    @Operation(
            summary =
                    "Tell that the enquiry has arrived (COL-28), where the protocol asks for it with the day of the answer (HAR-36)")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Acknowledgement.class),
                            examples = @ExampleObject(name = "acknowledgement", value = Examples.ACKNOWLEDGEMENT)))
    @APIResponseSchema(EnquiryBody.class)
    public Response acknowledge(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Acknowledgement.class,
                Bodies.Acknowledgement::departure,
                (read, acting) -> new Acknowledge(acting, text(read.text()), read.replyBy()));
    }

    @POST
    @Path("/{id}/holding-reply")
    @Extension(name = AuthorityLines.EXTENSION, value = "holding-reply")
    @Operation(summary = "Give the reasons for a delay (COL-30); it sets no new date (COL-31)")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.HoldingReply.class),
                            examples = @ExampleObject(name = "holding reply", value = Examples.HOLDING_REPLY)))
    @APIResponseSchema(EnquiryBody.class)
    public Response hold(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.HoldingReply.class,
                Bodies.HoldingReply::departure,
                (read, acting) -> new Hold(
                        acting,
                        text(read.text()),
                        read.reasons()
                                .filter(words -> !words.isBlank())
                                .map(words -> Fields.text("reasons", words, Bodies.TEXT)),
                        read.acknowledges().orElse(false)));
    }

    @POST
    @Path("/{id}/timescale")
    @Extension(name = AuthorityLines.EXTENSION, value = "timescale")
    @Operation(summary = "Revise a promised date, with an explanation (HAR-37); late, and the date before stays missed")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Timescale.class),
                            examples = @ExampleObject(name = "timescale", value = Examples.TIMESCALE)))
    @APIResponseSchema(EnquiryBody.class)
    public Response revise(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Timescale.class,
                Bodies.Timescale::departure,
                (read, acting) -> new Revise(
                        acting,
                        read.replyBy(),
                        read.explanation()
                                .filter(words -> !words.isBlank())
                                .map(words -> Fields.text("explanation", words, Bodies.TEXT))));
    }

    @POST
    @Path("/{id}/response")
    @Extension(name = AuthorityLines.EXTENSION, value = "response")
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
        return acts.act(
                id,
                body,
                Bodies.Letter.class,
                Bodies.Letter::departure,
                (read, acting) -> new Respond(acting, text(read.text())));
    }

    private static String text(String words) {
        return Fields.text("text", words, Bodies.TEXT);
    }
}
