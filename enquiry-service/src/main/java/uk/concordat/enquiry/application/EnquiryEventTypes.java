package uk.concordat.enquiry.application;

import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.eventsourcing.store.EventTypes;

/** What enquiries' events are called on disk. A name here never changes; a changed shape gets a new version. */
final class EnquiryEventTypes {

    private EnquiryEventTypes() {}

    static EventTypes<EnquiryEvent> table() {
        return EventTypes.of(EnquiryEvent.class)
                .type("enquiry-received", 1, EnquiryEvent.EnquiryReceived.class)
                .type("enquiry-acknowledged", 1, EnquiryEvent.EnquiryAcknowledged.class)
                .type("enquiry-answered", 1, EnquiryEvent.EnquiryAnswered.class)
                .type("enquiry-withdrawn", 1, EnquiryEvent.EnquiryWithdrawn.class)
                .type("deadline-breached", 1, EnquiryEvent.DeadlineBreached.class)
                .type("deadline-spared", 1, EnquiryEvent.DeadlineSpared.class)
                .build();
    }
}
