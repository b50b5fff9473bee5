package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.reading.DuePlace;
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
    @Extension(name = AuthorityLines.EXTENSION, value = "owe")
    @Operation(
            summary =
                    "The open enquiries that I owe an answer to, that are with a post of mine, or with a vacant one next below; due soonest first")
    public RestResponse<Page<ListedBody>> mine(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        int most = Page.Asked.of(limit, null).limit();
        Optional<DuePlace> place = DuePlace.after(after);
        Page<ListedBody> page = callers.reading(
                transactions,
                read -> DuePlace.page(
                        enquiries.work(read.transaction(), read.situation(), most + 1, place),
                        most,
                        row -> ListedBody.of(row, read.situation()),
                        VisibleEnquiries.Row::place));
        return page.answered();
    }
}
