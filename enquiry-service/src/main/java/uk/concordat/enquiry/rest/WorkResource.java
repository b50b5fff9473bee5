package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.reading.Page;

/** What is on my desk. */
@Path("/my-work")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Me")
public class WorkResource {

    private final Callers callers;
    private final Transactions transactions;
    private final VisibleEnquiries enquiries;

    public WorkResource(Callers callers, Transactions transactions, VisibleEnquiries enquiries) {
        this.callers = callers;
        this.transactions = transactions;
        this.enquiries = enquiries;
    }

    @GET
    @Operation(
            summary = "The open enquiries that I owe an answer to, or that are with a post of mine; due soonest first")
    public Response mine(@QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        Page.Asked asked = Page.Asked.of(limit, after);
        Page<ListedBody> page = callers.reading(
                transactions,
                read -> Page.of(
                        enquiries.work(read.transaction(), read.situation(), asked.toRead(), asked.after()),
                        asked,
                        row -> ListedBody.of(row, read.situation()),
                        VisibleEnquiries.Row::id));
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
