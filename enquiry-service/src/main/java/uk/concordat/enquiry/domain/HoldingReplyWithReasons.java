package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.pack.HoldingReplyTerms;
import uk.concordat.protocols.rules.Citation;

/**
 * Policy {@code holding-reply-with-reasons}: a holding reply gives the reasons for the delay, or it is none (COL-30). It is
 * no answer and sets no date (COL-31), and it acknowledges only if it says so.
 */
record HoldingReplyWithReasons(HoldingReplyTerms terms) {

    static final String NAME = "holding-reply-with-reasons";

    Decision<EnquiryEvent, EnquiryRefusal> hold(Hold command, CaseFile file) {
        Optional<String> reasons = command.reasons().filter(words -> !words.isBlank());
        if (reasons.isEmpty()) {
            return Decision.refuse(EnquiryRefusal.because(Reason.HOLDING_REPLY_WITHOUT_REASONS, terms.citation()));
        }
        boolean acknowledges = command.acknowledges() && !file.isAcknowledged();
        return Decision.accept(new HoldingReplySent(
                command.acting().person(),
                command.acting().now(),
                command.text(),
                reasons.get(),
                acknowledges,
                acknowledges
                        ? file.ids(deadline -> deadline.isUnmet() && deadline.kind() == DeadlineKind.ACKNOWLEDGEMENT)
                        : List.of()));
    }

    /** The rule by which it sets no new date. */
    Citation setsNoDate() {
        return terms.setsNoDate();
    }
}
