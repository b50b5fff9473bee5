package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.ETag;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.reading.Ids;
import uk.concordat.kit.reading.Page;

/** Enquiries as their readers see them; to everybody else they do not exist. */
@Path("/enquiries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EnquiryReadingResource {

    private final Callers callers;
    private final Transactions transactions;
    private final EventStore<EnquiryState, EnquiryEvent> store;
    private final VisibleEnquiries visible;
    private final EnquiryPresenter presenter;
    private final EnquiryStory story;

    public EnquiryReadingResource(
            Callers callers,
            Transactions transactions,
            EventStore<EnquiryState, EnquiryEvent> store,
            VisibleEnquiries visible,
            EnquiryPresenter presenter,
            EnquiryStory story) {
        this.callers = callers;
        this.transactions = transactions;
        this.store = store;
        this.visible = visible;
        this.presenter = presenter;
        this.story = story;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "The enquiries I may see, newest first",
            description = "status may stand several times. directorate is a post's key, such as director-1: all that is"
                    + " with that post or below. member is a username. subject holds these words.")
    public RestResponse<Page<ListedBody>> list(@BeanParam ListingQuery query) {
        Page.Asked asked = query.page();
        Page<ListedBody> page = callers.reading(
                transactions,
                read -> Page.of(
                        visible.page(
                                read.transaction(),
                                read.situation(),
                                query.filter(read.situation()),
                                asked.toRead(),
                                asked.after()),
                        asked,
                        row -> ListedBody.of(row, read.situation()),
                        VisibleEnquiries.Row::id));
        return page.answered();
    }

    @GET
    @Path("/{id}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "An enquiry with its dates, their proof, and what I may do",
            description = "at gives it as it was known at that moment, such as 2026-12-24T10:00:00Z.")
    @APIResponseSchema(EnquiryBody.class)
    public Response read(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        if (at == null) {
            return seen(id, presenter::show);
        }
        Instant moment = PastMoment.of(at);
        return Ids.parse(id).map(enquiry -> past(enquiry, moment)).orElseGet(Answers::unknown);
    }

    @GET
    @Path("/{id}/history")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "What happened to an enquiry, oldest first")
    public Response history(@PathParam("id") String id) {
        return seen(id, (situation, stream) -> new Page<>(story.of(stream, situation), Optional.empty()));
    }

    private Response seen(String id, BiFunction<Situation, Stream<EnquiryState, EnquiryEvent>, ?> show) {
        return Ids.parse(id).map(enquiry -> seen(enquiry, show)).orElseGet(Answers::unknown);
    }

    private Response seen(UUID id, BiFunction<Situation, Stream<EnquiryState, EnquiryEvent>, ?> show) {
        return callers.reading(transactions, read -> {
            Stream<EnquiryState, EnquiryEvent> stream = store.load(read.transaction(), id);
            return Enquiries.maySee(stream.state(), read.situation())
                    ? Answers.shown(show.apply(read.situation(), stream), ETag.of(stream))
                    : Answers.unknown();
        });
    }

    /** Whoever may see it today may see what was known of it then: history goes by when things were recorded. */
    private Response past(UUID id, Instant moment) {
        return callers.reading(transactions, read -> {
            Stream<EnquiryState, EnquiryEvent> stream = store.load(read.transaction(), id);
            if (!Enquiries.maySee(stream.state(), read.situation())) {
                return Answers.unknown();
            }
            PastMoment.requirePast(moment, read.situation().now());
            Stream<EnquiryState, EnquiryEvent> then = store.fold(
                    id,
                    stream.events().stream()
                            .filter(event -> !event.recordedAt().isAfter(moment))
                            .toList());
            return then.state() instanceof Known enquiry
                    ? Response.ok(presenter.showPast(
                                    new Situation(
                                            read.situation().caller(),
                                            read.situation().directory(),
                                            moment),
                                    enquiry))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build()
                    : Answers.unknown();
        });
    }
}
