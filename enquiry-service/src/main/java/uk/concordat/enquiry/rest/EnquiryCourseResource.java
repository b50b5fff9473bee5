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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.enquiry.application.AssignEnquiry;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.Fields;

/** Whom an enquiry is with, whether it goes on, and its end. All need {@code If-Match}. */
@Path("/enquiries")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EnquiryCourseResource {

    private final EnquiryActs acts;
    private final AssignEnquiry assign;
    private final EnquiryProtocols protocols;

    public EnquiryCourseResource(EnquiryActs acts, AssignEnquiry assign, EnquiryProtocols protocols) {
        this.acts = acts;
        this.assign = assign;
        this.protocols = protocols;
    }

    @POST
    @Path("/{id}/assignment")
    @Extension(name = AuthorityLines.EXTENSION, value = "assignment")
    @Operation(summary = "Give the enquiry to another officer, to whom what is still owed falls")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Assignment.class),
                            examples = @ExampleObject(name = "assignment", value = Examples.ASSIGNMENT)))
    @APIResponseSchema(EnquiryBody.class)
    public Response assign(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Assignment.class,
                (read, enquiry, situation) -> assign.decide(
                        enquiry,
                        acting(read.departure(), enquiry, situation),
                        situation,
                        Fields.text("officer", read.officer(), Bodies.SUBJECT),
                        reason(read.reason())));
    }

    @POST
    @Path("/{id}/follow-up")
    @Extension(name = AuthorityLines.EXTENSION, value = "follow-up")
    @Operation(summary = "Ask on after an answer: within the council's window it reopens, and the clocks start anew")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Letter.class),
                            examples = @ExampleObject(name = "follow-up", value = Examples.FOLLOW_UP)))
    @APIResponseSchema(EnquiryBody.class)
    public Response followUp(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Letter.class,
                (read, enquiry, situation) -> Decision.widened(protocols
                        .of(enquiry)
                        .decide(
                                new FollowUp(
                                        acting(read.departure(), enquiry, situation),
                                        Fields.text("text", read.text(), Bodies.TEXT),
                                        channel(enquiry, situation),
                                        situation
                                                .directory()
                                                .council()
                                                .settingsOn(situation.today())
                                                .followUpWorkingDays()),
                                enquiry)));
    }

    @POST
    @Path("/{id}/reopening")
    @Extension(name = AuthorityLines.EXTENSION, value = "reopening")
    @Operation(summary = "Reopen an enquiry that was answered; the clocks start anew")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Reopening.class),
                            examples = @ExampleObject(name = "reopening", value = Examples.REOPENING)))
    @APIResponseSchema(EnquiryBody.class)
    public Response reopen(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Reopening.class,
                Bodies.Reopening::departure,
                (read, acting) -> new Reopen(acting, Fields.text("reason", read.reason(), Bodies.TEXT)));
    }

    @POST
    @Path("/{id}/closure")
    @Extension(name = AuthorityLines.EXTENSION, value = "closure")
    @Operation(summary = "Close an enquiry that has been answered")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Ending.class),
                            examples = @ExampleObject(name = "closure", value = Examples.CLOSURE)))
    @APIResponseSchema(EnquiryBody.class)
    public Response close(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Ending.class,
                Bodies.Ending::departure,
                (read, acting) -> new Close(acting, reason(read.reason())));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Extension(name = AuthorityLines.EXTENSION, value = "withdrawal")
    @Operation(summary = "Take the enquiry back; what is not yet due is no longer owed")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bodies.Ending.class),
                            examples = @ExampleObject(name = "withdrawal", value = Examples.WITHDRAWAL)))
    @APIResponseSchema(EnquiryBody.class)
    public Response withdraw(@PathParam("id") String id, byte[] body) {
        return acts.act(
                id,
                body,
                Bodies.Ending.class,
                Bodies.Ending::departure,
                (read, acting) -> new Withdraw(acting, reason(read.reason())));
    }

    /** Whoever asked follows up here, in the portal; an officer who logged it for a member writes down how that came. */
    private static Channel channel(Known enquiry, Situation situation) {
        boolean isLogger = enquiry.particulars()
                .loggedBy()
                .filter(situation.caller().id()::equals)
                .isPresent();
        return isLogger ? enquiry.particulars().channel() : Channel.PORTAL;
    }

    private static Acting acting(Optional<Bodies.DepartureBody> departure, Known enquiry, Situation situation) {
        return Enquiries.acting(enquiry, situation, departure.map(Bodies.DepartureBody::toDomain));
    }

    private static Optional<String> reason(Optional<String> reason) {
        return reason.map(words -> Fields.text("reason", words, Bodies.TEXT));
    }
}
