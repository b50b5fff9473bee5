package uk.concordat.enquiry.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.Publisher;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.protocols.deadlines.DeadlineAction;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.Standing;

/** What the topic of enquiries is told: ids, codes, dates and posts; no name and not a word of what was written. */
public final class EnquiryPublisher implements Publisher<EnquiryState, EnquiryEvent> {

    @Override
    public Optional<Publication> publish(Tenant council, UUID stream, EnquiryEvent event, EnquiryState stateAfter) {
        if (!(stateAfter instanceof Known enquiry)) {
            throw new IllegalStateException("An enquiry that has an event is known");
        }
        return Optional.of(
                switch (event) {
                    case EnquiryReceived received ->
                        message(
                                council,
                                stream,
                                "received",
                                EnquiryMessages.Received.of(
                                        received,
                                        mentions(
                                                enquiry,
                                                received.deadlines().stream()
                                                        .map(set -> set.id())
                                                        .toList(),
                                                DeadlineAction.SET)));
                    case EnquiryAcknowledged acknowledged ->
                        message(
                                council,
                                stream,
                                "acknowledged",
                                new EnquiryMessages.Act(
                                        enquiry.particulars().reference(),
                                        acknowledged.by().value(),
                                        acknowledged.at(),
                                        settled(enquiry, acknowledged.settles())));
                    case EnquiryAnswered answered ->
                        message(
                                council,
                                stream,
                                "answered",
                                new EnquiryMessages.Act(
                                        enquiry.particulars().reference(),
                                        answered.by().value(),
                                        answered.at(),
                                        settled(enquiry, answered.settles())));
                    case EnquiryWithdrawn withdrawn ->
                        message(
                                council,
                                stream,
                                "withdrawn",
                                new EnquiryMessages.Act(
                                        enquiry.particulars().reference(),
                                        withdrawn.by().value(),
                                        withdrawn.at(),
                                        mentions(enquiry, withdrawn.releases(), DeadlineAction.WITHDRAWN)));
                    case DeadlineBreached(var id, var _, var rung, var at) ->
                        message(
                                council,
                                stream,
                                "deadline-breached",
                                new EnquiryMessages.Lapse(
                                        enquiry.particulars().reference(),
                                        at,
                                        List.of(mention(enquiry, id, DeadlineAction.BREACHED, Optional.of(rung)))));
                    case DeadlineSpared(var id, var _, var rung, var at) ->
                        message(
                                council,
                                stream,
                                "deadline-spared",
                                new EnquiryMessages.Lapse(
                                        enquiry.particulars().reference(),
                                        at,
                                        List.of(mention(enquiry, id, DeadlineAction.SPARED, Optional.of(rung)))));
                });
    }

    private static Publication message(Tenant council, UUID stream, String what, Object data) {
        return new Publication(
                Topics.enquiries(council),
                "/councils/" + council.key() + "/enquiries",
                "uk.concordat.enquiry." + what + ".v1",
                stream.toString(),
                data);
    }

    private static List<DeadlineMention> mentions(Known enquiry, List<DeadlineId> ids, DeadlineAction action) {
        return ids.stream()
                .map(id -> mention(enquiry, id, action, Optional.empty()))
                .toList();
    }

    private static List<DeadlineMention> settled(Known enquiry, List<DeadlineId> ids) {
        return ids.stream()
                .map(id -> {
                    boolean inTime = deadline(enquiry, id).standing() instanceof Standing.Met;
                    return mention(
                            enquiry, id, inTime ? DeadlineAction.MET : DeadlineAction.MET_LATE, Optional.empty());
                })
                .toList();
    }

    private static DeadlineMention mention(
            Known enquiry, DeadlineId id, DeadlineAction action, Optional<Integer> rung) {
        return DeadlineMention.of(deadline(enquiry, id), action, rung, Optional.empty());
    }

    private static uk.concordat.protocols.deadlines.Deadline deadline(Known enquiry, DeadlineId id) {
        return enquiry.deadlines().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An event names a deadline that its enquiry has not"));
    }
}
