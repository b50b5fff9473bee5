package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.domain.CaseFile;
import uk.concordat.enquiry.domain.DeadlineSet;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.DepartureRecorded;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryClosed;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryFollowedUp;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryPutToMember;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReopened;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.enquiry.domain.EnquiryEvent.PromiseRevised;
import uk.concordat.enquiry.domain.EnquiryEvent.ReplyPromised;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;

/** The history of an enquiry, event by event, for those who may read it. */
@ApplicationScoped
public class EnquiryStory {

    List<StoryChapter> of(Stream<EnquiryState, EnquiryEvent> stream, Situation situation) {
        Told told = told(stream, situation.directory());
        return stream.events().stream().map(told::chapter).toList();
    }

    /** One of its events; empty if it is none of them. */
    Optional<StoryChapter> event(UUID event, Stream<EnquiryState, EnquiryEvent> stream, Directory directory) {
        return stream.events().stream()
                .filter(recorded -> recorded.id().equals(event))
                .findFirst()
                .map(recorded -> told(stream, directory).chapter(recorded));
    }

    private static Told told(Stream<EnquiryState, EnquiryEvent> stream, Directory directory) {
        return new Told(Enquiries.known(stream.state()).file(), directory);
    }

    /** Tells of one enquiry with the names of those who read it. */
    private record Told(CaseFile file, Directory directory) {

        StoryChapter chapter(RecordedEvent<EnquiryEvent> recorded) {
            StoryChapter.Telling telling = new StoryChapter.Telling(recorded.recordedAt(), directory);
            return switch (recorded.event()) {
                case EnquiryReceived received ->
                    telling.of("received", received.receivedAt())
                            .by(received.loggedBy().orElse(received.member()))
                            .text(received.text())
                            .set(received.deadlines())
                            .chapter();
                case EnquiryPutToMember asked ->
                    telling.of("put-to-member", asked.receivedAt())
                            .by(asked.by())
                            .text(asked.text())
                            .set(asked.deadlines())
                            .chapter();
                case DepartureRecorded(var by, var at, var rule, var reason) ->
                    telling.of("departed", at).by(by).text(reason).rule(rule).chapter();
                case EnquiryAcknowledged(var by, var at, var text, var settles) ->
                    telling.of("acknowledged", at)
                            .by(by)
                            .text(text)
                            .kinds(kinds(settles))
                            .chapter();
                case ReplyPromised(var by, var at, DeadlineSet promise) ->
                    telling.of("reply-promised", at)
                            .by(by)
                            .set(List.of(promise))
                            .chapter();
                case HoldingReplySent(var by, var at, var text, var reasons, var _, var settles) ->
                    telling.of("holding-reply-sent", at)
                            .by(by)
                            .text(text)
                            .reasons(reasons)
                            .kinds(kinds(settles))
                            .chapter();
                case PromiseRevised revised ->
                    telling.of("timescale-revised", revised.at())
                            .by(revised.by())
                            .text(revised.explanation())
                            .set(List.of(revised.promise()))
                            .chapter();
                case EnquiryAnswered(var by, var at, var text, var settles) ->
                    telling.of("answered", at)
                            .by(by)
                            .text(text)
                            .kinds(kinds(settles))
                            .chapter();
                case EnquiryAssigned assigned -> assigned(telling, assigned);
                case EnquiryFollowedUp(var by, var at, var text, var deadlines) ->
                    telling.of("followed-up", at)
                            .by(by)
                            .text(text)
                            .set(deadlines)
                            .chapter();
                case EnquiryReopened(var by, var at, var reason, var deadlines) ->
                    telling.of("reopened", at)
                            .by(by)
                            .text(reason)
                            .set(deadlines)
                            .chapter();
                case EnquiryClosed(var by, var at, var reason) ->
                    telling.of("closed", at).by(by).text(reason).chapter();
                case EnquiryWithdrawn(var by, var at, var reason, var releases) ->
                    telling.of("withdrawn", at)
                            .by(by)
                            .text(reason)
                            .kinds(kinds(releases))
                            .chapter();
                case DeadlineBreached breached -> breached(telling, breached);
                case DeadlineSpared(var id, var _, var _, var at) ->
                    telling.of("deadline-spared", at).kinds(kinds(List.of(id))).chapter();
                case DeadlineMoved(var id, var _, var proof, var _, var because, var at) ->
                    telling.of("deadline-moved", at)
                            .date(kind(id), proof)
                            .because(because)
                            .chapter();
                case DeadlineAnnulled(var id, var _, var proof, var _, var because, var at) ->
                    telling.of("deadline-annulled", at)
                            .date(kind(id), proof)
                            .because(because)
                            .chapter();
            };
        }

        private StoryChapter breached(StoryChapter.Telling telling, DeadlineBreached breached) {
            Deadline deadline = file.deadline(breached.deadlineId()).orElseThrow();
            return telling.of("deadline-breached", breached.at())
                    .kinds(List.of(deadline.kind().code()))
                    .rule(deadline.basis().citation().rule())
                    .climb(breached.rung(), breached.climb())
                    .why(
                            breached.rung() == 0
                                    ? "what was owed had not been done when it was due"
                                    : "still not done; the working days from rung to rung are the council's local setting")
                    .chapter();
        }

        private StoryChapter assigned(StoryChapter.Telling telling, EnquiryAssigned assigned) {
            StoryChapter.Telling told = telling.of("assigned", assigned.at())
                    .by(assigned.by())
                    .text(assigned.reason())
                    .to(assigned.officer().personId())
                    .kinds(kinds(assigned.deadlines().stream()
                            .map(EnquiryAssigned.Reassigned::id)
                            .toList()));
            assigned.deadlines().forEach(deadline -> told.told(deadline.climb()));
            return told.chapter();
        }

        private String kind(DeadlineId id) {
            return file.deadline(id).orElseThrow().kind().code();
        }

        private List<String> kinds(List<DeadlineId> ids) {
            return file.deadlines().stream()
                    .filter(deadline -> ids.contains(deadline.id()))
                    .map(Deadline::kind)
                    .map(kind -> kind.code())
                    .toList();
        }
    }
}
