package uk.concordat.notification.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Ids;
import uk.concordat.kit.reading.Page;

/** What I have been told. */
@Path("/")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notifications")
public class NotificationResource {

    /** What became of one notification. */
    @Schema(name = "Marked")
    public record Marked(UUID id, boolean read) {}

    private final Callers callers;
    private final Transactions transactions;
    private final PersonalInbox inbox;

    public NotificationResource(Callers callers, Transactions transactions, PersonalInbox inbox) {
        this.callers = callers;
        this.transactions = transactions;
        this.inbox = inbox;
    }

    @GET
    @Path("notifications")
    @Extension(name = AuthorityLines.EXTENSION, value = "be-told")
    @Operation(summary = "What I have been told, newest first")
    public RestResponse<Page<NotificationBody>> mine(
            @Parameter(description = "true for what I have not read only") @QueryParam("unread") @Nullable
                    String unread,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return page(isTrue(unread) ? PersonalInbox.Which.UNREAD : PersonalInbox.Which.ALL, limit, after);
    }

    @GET
    @Path("my-work")
    @Extension(name = AuthorityLines.EXTENSION, value = "be-told")
    @Operation(summary = "What I have been told and have not read, newest first")
    public RestResponse<Page<NotificationBody>> unread(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return page(PersonalInbox.Which.UNREAD, limit, after);
    }

    @GET
    @Path("escalations")
    @Extension(name = AuthorityLines.EXTENSION, value = "be-told")
    @Operation(summary = "Breaches that came up the line to me, newest first")
    public RestResponse<Page<NotificationBody>> climbed(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return page(PersonalInbox.Which.CLIMBED, limit, after);
    }

    @POST
    @Path("notifications/{id}/read")
    @Extension(name = AuthorityLines.EXTENSION, value = "mark")
    @Operation(summary = "I have read it", description = "Again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Marked as read",
            content = @Content(schema = @Schema(implementation = Marked.class)))
    public Response read(@PathParam("id") String id) {
        return mark(id, true);
    }

    @POST
    @Path("notifications/{id}/unread")
    @Extension(name = AuthorityLines.EXTENSION, value = "mark")
    @Operation(summary = "It is to count as not read", description = "Again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Marked as unread",
            content = @Content(schema = @Schema(implementation = Marked.class)))
    public Response unread(@PathParam("id") String id) {
        return mark(id, false);
    }

    private RestResponse<Page<NotificationBody>> page(
            PersonalInbox.Which which, @Nullable String limit, @Nullable String after) {
        Page.Asked asked = Page.Asked.of(limit, after);
        Page<NotificationBody> page = callers.reading(
                transactions,
                read -> Page.of(
                        inbox.page(read.transaction(), read.situation().caller().id(), which, asked),
                        asked,
                        row -> row,
                        NotificationBody::id));
        return page.answered();
    }

    private Response mark(String id, boolean read) {
        Optional<UUID> known = Ids.parse(id);
        boolean mine = callers.reading(
                transactions,
                caller -> known.filter(one -> inbox.mark(
                                caller.transaction(),
                                caller.situation().caller().id(),
                                one,
                                read))
                        .isPresent());
        return mine
                ? Response.ok(new Marked(known.orElseThrow(), read))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Answers.unknown();
    }

    private static boolean isTrue(@Nullable String unread) {
        if (unread != null && !unread.equals("true") && !unread.equals("false")) {
            throw new MalformedRequest("bad-unread", "unread is true or false.");
        }
        return "true".equals(unread);
    }
}
