package uk.concordat.enquiry.domain;

import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.DeadlineKind;

/**
 * Policy {@code plain-acknowledgement}: it tells that the enquiry has arrived and settles an acknowledgement that is owed
 * (COL-28). It sets no date, since the protocol knows no promised ones.
 */
record PlainAcknowledgement() implements AcknowledgementPolicy {

    static final String NAME = "plain-acknowledgement";

    @Override
    public Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, CaseFile file) {
        return command.replyBy().isPresent()
                ? Decision.refuse(EnquiryRefusal.because(Reason.REPLY_DATE_NOT_IN_PROTOCOL))
                : Decision.accept(new EnquiryAcknowledged(
                        command.acting().person(),
                        command.acting().now(),
                        command.text(),
                        file.ids(deadline -> deadline.isUnmet() && deadline.kind() == DeadlineKind.ACKNOWLEDGEMENT)));
    }
}
