package uk.concordat.enquiry.domain;

import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.eventsourcing.decider.Decision;

/** What an acknowledgement must hold, and what it settles and sets. */
sealed interface AcknowledgementPolicy permits PlainAcknowledgement, PromisedDate {

    /** @param clockRuns whether the enquiry came by a channel that starts the protocol's clocks */
    Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, CaseFile file, boolean clockRuns);
}
