package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.views.visibleenquiries.Vacated;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Loading;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.ETag;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.kit.reading.DuePlace;
import uk.concordat.kit.reading.Page;

/** What those who have left office have left behind. */
@Path("/reassignments")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class ReassignmentResource {

    private static final Logger LOG = Logger.getLogger(ReassignmentResource.class);

    private final Callers callers;
    private final Transactions transactions;
    private final VisibleEnquiries enquiries;
    private final EventStore<EnquiryState, EnquiryEvent> store;
    private final EnquiryActions actions;

    public ReassignmentResource(
            Callers callers,
            Transactions transactions,
            VisibleEnquiries enquiries,
            EventStore<EnquiryState, EnquiryEvent> store,
            EnquiryActions actions) {
        this.callers = callers;
        this.transactions = transactions;
        this.enquiries = enquiries;
        this.store = store;
        this.actions = actions;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "left-behind")
    @Operation(
            summary =
                    "The open enquiries that I may give to another officer and that are with somebody who has left, or with a vacant post; due soonest first",
            description =
                    "Also what I have asked a member who has left; to who stands for an asker or a line that has left, what they asked or had. Each with who had it, since when it has been so, what I may do (nothing while its protocol's pack is not here), and the ETag for If-Match.")
    public RestResponse<Page<ReassignmentBody>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        int most = Page.Asked.of(limit, null).limit();
        Optional<DuePlace> place = DuePlace.after(after);
        Page<ReassignmentBody> page = callers.reading(
                transactions,
                read -> page(read, enquiries.leftBehind(read.transaction(), read.situation(), most + 1, place), most));
        return page.answered();
    }

    private Page<ReassignmentBody> page(Callers.Read read, List<VisibleEnquiries.Row> rows, int most) {
        List<VisibleEnquiries.Row> shown = rows.subList(0, Math.min(most, rows.size()));
        RoundTrip roundTrip = read.transaction().roundTrip();
        List<Loading<EnquiryState, EnquiryEvent>> loading = shown.stream()
                .map(row -> store.loading(roundTrip, read.transaction(), row.id()))
                .toList();
        if (!shown.isEmpty()) {
            roundTrip.send();
        }
        Vacated vacated = Vacated.today(read.situation());
        List<ReassignmentBody> items = IntStream.range(0, shown.size())
                .mapToObj(i -> item(shown.get(i), loading.get(i).stream(), read.situation(), vacated))
                .toList();
        return new Page<>(
                items, rows.size() > most ? Optional.of(shown.getLast().place().next()) : Optional.empty());
    }

    private ReassignmentBody item(
            VisibleEnquiries.Row row, Stream<EnquiryState, EnquiryEvent> stream, Situation situation, Vacated vacated) {
        return ReassignmentBody.of(
                row, ETag.of(stream).header(), actions(Enquiries.known(stream.state()), situation), situation, vacated);
    }

    /** What an act would be refused for now keeps no other row of the page back. */
    private List<EnquiryBody.ActionBody> actions(Known enquiry, Situation situation) {
        try {
            return actions.of(enquiry, situation);
        } catch (NotNow missing) {
            LOG.warnf(
                    "What may be done to %s cannot be said now: %s",
                    enquiry.particulars().id().value(), missing.getMessage());
            return List.of();
        }
    }
}
