package uk.concordat.enquiry.domain;

import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.eventsourcing.decider.Decision;

/** What an acknowledgement must hold, and what it settles and sets. */
sealed interface AcknowledgementPolicy permits PlainAcknowledgement, PromisedDate {

    Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, CaseFile file);
}
