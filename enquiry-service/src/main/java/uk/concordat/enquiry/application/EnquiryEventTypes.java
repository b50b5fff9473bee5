package uk.concordat.enquiry.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.eventsourcing.store.EventTypes;

/** What enquiries' events are called on disk. A name here never changes; a changed shape gets a new version. */
final class EnquiryEventTypes {

    private EnquiryEventTypes() {}

    static EventTypes<EnquiryEvent> table() {
        return EventTypes.of(EnquiryEvent.class)
                .type("enquiry-received", 1, EnquiryEvent.EnquiryReceived.class)
                .type("enquiry-put-to-member", 1, EnquiryEvent.EnquiryPutToMember.class)
                .type("departure-recorded", 1, EnquiryEvent.DepartureRecorded.class)
                .type("enquiry-acknowledged", 1, EnquiryEvent.EnquiryAcknowledged.class)
                .type("reply-promised", 1, EnquiryEvent.ReplyPromised.class)
                .type("holding-reply-sent", 1, EnquiryEvent.HoldingReplySent.class)
                .type("promise-revised", 1, EnquiryEvent.PromiseRevised.class)
                .type("enquiry-answered", 1, EnquiryEvent.EnquiryAnswered.class)
                .type("enquiry-assigned", 1, EnquiryEvent.EnquiryAssigned.class)
                .type("enquiry-followed-up", 1, EnquiryEvent.EnquiryFollowedUp.class)
                .type("enquiry-reopened", 1, EnquiryEvent.EnquiryReopened.class)
                .type("enquiry-closed", 1, EnquiryEvent.EnquiryClosed.class)
                .type("enquiry-withdrawn", 1, EnquiryEvent.EnquiryWithdrawn.class)
                .formerly(
                        "deadline-breached",
                        1,
                        EnquiryEvent.DeadlineBreached.class,
                        EnquiryEventTypes::toldByNotifications)
                .type("deadline-breached", 2, EnquiryEvent.DeadlineBreached.class)
                .type("deadline-spared", 1, EnquiryEvent.DeadlineSpared.class)
                .type("deadline-moved", 1, EnquiryEvent.DeadlineMoved.class)
                .type("deadline-annulled", 1, EnquiryEvent.DeadlineAnnulled.class)
                .build();
    }

    /** Version 1 did not say who was told: that was worked out where people were told. */
    private static ObjectNode toldByNotifications(ObjectNode breach) {
        ObjectNode climb = breach.putObject("climb");
        climb.putArray("told");
        climb.putArray("passedOver");
        climb.put("climbs", false);
        return breach;
    }
}
