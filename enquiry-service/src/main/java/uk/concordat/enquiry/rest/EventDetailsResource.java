package uk.concordat.enquiry.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.Granted;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.identity.Scope;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.operations.OperatorActs;
import uk.concordat.kit.reading.Ids;

/** What the messages of the topic leave out: names, and what people wrote. */
@Path("/enquiries/{id}/events/{event}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Enquiries")
public class EventDetailsResource {

    private final Token token;
    private final Callers callers;
    private final Directories directories;
    private final Transactions transactions;
    private final EventStore<EnquiryState, EnquiryEvent> store;
    private final EnquiryStory story;

    public EventDetailsResource(
            Token token,
            Callers callers,
            Directories directories,
            Transactions transactions,
            EventStore<EnquiryState, EnquiryEvent> store,
            EnquiryStory story) {
        this.token = token;
        this.callers = callers;
        this.directories = directories;
        this.transactions = transactions;
        this.store = store;
        this.story = story;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read-event")
    @Operation(
            summary = "What a message about an enquiry leaves out",
            description =
                    "id is the message's subject, event its id. For integrations with the scope events:read, of the council that their token names, and written down; and for whoever may read the enquiry.")
    @APIResponseSchema(StoryChapter.class)
    public Response read(@PathParam("id") String id, @PathParam("event") String event) {
        boolean integration =
                token.grants(Scope.EVENTS_READ) && Authority.READ_EVENT.isFor(Set.of(Granted.EVENTS_READ));
        Optional<StoryChapter> found = Ids.parse(id)
                .flatMap(enquiry -> Ids.parse(event)
                        .flatMap(one -> integration ? forIntegration(enquiry, one) : forPerson(enquiry, one)));
        return found.map(chapter -> Response.ok(chapter)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(Answers::unknown);
    }

    private Optional<StoryChapter> forPerson(UUID enquiry, UUID event) {
        return callers.reading(transactions, read -> {
            Stream<EnquiryState, EnquiryEvent> stream = store.load(read.transaction(), enquiry);
            return Enquiries.maySee(stream.state(), read.situation())
                    ? story.event(event, stream, read.situation().directory())
                    : Optional.empty();
        });
    }

    private Optional<StoryChapter> forIntegration(UUID enquiry, UUID event) {
        return transactions.in(token.council(), transaction -> {
            Optional<Directory> directory = directories.present(transaction);
            Stream<EnquiryState, EnquiryEvent> stream = store.load(transaction, enquiry);
            if (directory.isEmpty() || stream.events().isEmpty()) {
                return Optional.empty();
            }
            Optional<StoryChapter> chapter = story.event(event, stream, directory.get());
            chapter.ifPresent(_ -> writeDown(transaction, enquiry, event));
            return chapter;
        });
    }

    private void writeDown(Transaction transaction, UUID enquiry, UUID event) {
        RoundTrip roundTrip = transaction.roundTrip();
        OperatorActs.note(
                roundTrip, transaction, token.actor(), "event-read", enquiry + "/events/" + event, Optional.empty());
        roundTrip.send();
    }
}
