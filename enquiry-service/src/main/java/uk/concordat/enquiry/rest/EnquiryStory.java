package uk.concordat.enquiry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.people.PersonId;

/** The history of an enquiry, event by event, for those who may read it. */
@ApplicationScoped
public class EnquiryStory {

    /**
     * One thing that happened.
     *
     * @param recordedAt when it was written down; {@code at} is when it is said to have happened
     * @param by who did it; absent where the clock did
     * @param deadlines kinds of the deadlines it concerned
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Chapter(
            String event,
            Instant recordedAt,
            Instant at,
            Optional<PersonBody> by,
            Optional<String> text,
            List<String> deadlines) {}

    List<Chapter> of(Stream<EnquiryState, EnquiryEvent> stream, Situation situation) {
        Known enquiry = Enquiries.known(stream.state());
        return stream.events().stream()
                .map(recorded -> chapter(recorded, enquiry, situation))
                .toList();
    }

    private static Chapter chapter(RecordedEvent<EnquiryEvent> recorded, Known enquiry, Situation situation) {
        return switch (recorded.event()) {
            case EnquiryReceived received ->
                new Chapter(
                        "received",
                        recorded.recordedAt(),
                        received.receivedAt(),
                        person(received.loggedBy().orElse(received.member()), situation),
                        Optional.of(received.text()),
                        kinds(
                                enquiry,
                                received.deadlines().stream()
                                        .map(set -> set.id())
                                        .toList()));
            case EnquiryAcknowledged(var by, var at, var text, var settles) ->
                new Chapter(
                        "acknowledged",
                        recorded.recordedAt(),
                        at,
                        person(by, situation),
                        Optional.of(text),
                        kinds(enquiry, settles));
            case EnquiryAnswered(var by, var at, var text, var settles) ->
                new Chapter(
                        "answered",
                        recorded.recordedAt(),
                        at,
                        person(by, situation),
                        Optional.of(text),
                        kinds(enquiry, settles));
            case EnquiryWithdrawn(var by, var at, var reason, var releases) ->
                new Chapter(
                        "withdrawn",
                        recorded.recordedAt(),
                        at,
                        person(by, situation),
                        reason,
                        kinds(enquiry, releases));
            case DeadlineBreached(var id, var _, var _, var at) ->
                new Chapter(
                        "deadline-breached",
                        recorded.recordedAt(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        kinds(enquiry, List.of(id)));
            case DeadlineSpared(var id, var _, var _, var at) ->
                new Chapter(
                        "deadline-spared",
                        recorded.recordedAt(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        kinds(enquiry, List.of(id)));
        };
    }

    private static Optional<PersonBody> person(PersonId id, Situation situation) {
        return Optional.of(PersonBody.of(id, situation.directory()));
    }

    private static List<String> kinds(Known enquiry, List<DeadlineId> ids) {
        return enquiry.deadlines().stream()
                .filter(deadline -> ids.contains(deadline.id()))
                .map(Deadline::kind)
                .map(kind -> kind.code())
                .toList();
    }
}
