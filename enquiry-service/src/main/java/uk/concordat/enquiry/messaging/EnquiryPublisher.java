package uk.concordat.enquiry.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.Publisher;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.protocols.deadlines.DeadlineAction;
import uk.concordat.protocols.people.PersonId;

/** What the topic of enquiries is told: ids, codes, dates and posts; no name and not a word of what was written. */
public final class EnquiryPublisher implements Publisher<EnquiryState, EnquiryEvent> {

    private record Told(String what, Object data) {}

    @Override
    public Optional<Publication> publish(Tenant council, UUID stream, EnquiryEvent event, EnquiryState stateAfter) {
        if (!(stateAfter instanceof Known enquiry)) {
            throw new IllegalStateException("An enquiry that has an event is known");
        }
        Told told = told(event, enquiry.particulars().reference(), new Mentions(enquiry.file()));
        return Optional.of(new Publication(
                Topics.enquiries(council),
                "/councils/" + council.key() + "/enquiries",
                "uk.concordat.enquiry." + told.what() + ".v1",
                stream.toString(),
                told.data()));
    }

    private static Told told(EnquiryEvent event, String reference, Mentions mentions) {
        return switch (event) {
            case EnquiryReceived received ->
                new Told("received", EnquiryMessages.Received.of(received, mentions.set(received.deadlines())));
            case EnquiryPutToMember asked ->
                new Told("put-to-member", EnquiryMessages.PutToMember.of(asked, mentions.set(asked.deadlines())));
            case DepartureRecorded(var by, var at, var rule, var _) ->
                new Told("departed", new EnquiryMessages.Departed(reference, by.value(), at, rule));
            case EnquiryAcknowledged(var by, var at, var _, var settles) ->
                act("acknowledged", reference, by, at, mentions.settled(settles));
            case ReplyPromised(var by, var at, DeadlineSet promise) ->
                act("reply-promised", reference, by, at, mentions.set(List.of(promise)));
            case HoldingReplySent(var by, var at, var _, var _, var acknowledges, var settles) ->
                new Told(
                        "holding-reply-sent",
                        new EnquiryMessages.Held(reference, by.value(), at, acknowledges, mentions.settled(settles)));
            case PromiseRevised revised -> revised(revised, reference, mentions);
            case EnquiryAnswered(var by, var at, var _, var settles) ->
                act("answered", reference, by, at, mentions.settled(settles));
            case EnquiryAssigned assigned ->
                new Told(
                        "assigned",
                        new EnquiryMessages.Assigned(
                                reference,
                                assigned.by().value(),
                                assigned.at(),
                                EnquiryMessages.Officer.of(assigned.officer()),
                                mentions.reassigned(assigned.deadlines())));
            case EnquiryFollowedUp(var by, var at, var _, var deadlines) ->
                act("followed-up", reference, by, at, mentions.set(deadlines));
            case EnquiryReopened(var by, var at, var _, var deadlines) ->
                act("reopened", reference, by, at, mentions.set(deadlines));
            case EnquiryClosed(var by, var at, var _) -> act("closed", reference, by, at, List.of());
            case EnquiryWithdrawn(var by, var at, var _, var releases) ->
                act("withdrawn", reference, by, at, mentions.of(releases, DeadlineAction.WITHDRAWN));
            case DeadlineBreached breached ->
                new Told(
                        "deadline-breached",
                        new EnquiryMessages.Lapse(reference, breached.at(), List.of(mentions.breached(breached))));
            case DeadlineSpared spared ->
                new Told(
                        "deadline-spared",
                        new EnquiryMessages.Lapse(reference, spared.at(), List.of(mentions.spared(spared))));
            case DeadlineMoved moved ->
                new Told(
                        "deadline-moved",
                        new EnquiryMessages.Lapse(
                                reference, moved.at(), mentions.of(List.of(moved.deadlineId()), DeadlineAction.MOVED)));
            case DeadlineAnnulled annulled ->
                new Told(
                        "deadline-annulled",
                        new EnquiryMessages.Lapse(
                                reference,
                                annulled.at(),
                                mentions.of(List.of(annulled.deadlineId()), DeadlineAction.ANNULLED)));
        };
    }

    private static Told revised(PromiseRevised revised, String reference, Mentions mentions) {
        return new Told(
                "timescale-revised",
                new EnquiryMessages.Revised(
                        reference,
                        revised.by().value(),
                        revised.at(),
                        revised.promise().proof().dueOn(),
                        revised.inTime(),
                        revised.slippage(),
                        mentions.of(
                                List.of(revised.promise().id()),
                                revised.inTime() ? DeadlineAction.MOVED : DeadlineAction.SET)));
    }

    private static Told act(String what, String reference, PersonId by, Instant at, List<DeadlineMention> deadlines) {
        return new Told(what, new EnquiryMessages.Act(reference, by.value(), at, deadlines));
    }
}
