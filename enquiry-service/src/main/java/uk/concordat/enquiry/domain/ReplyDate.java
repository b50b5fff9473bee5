package uk.concordat.enquiry.domain;

import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;

/** A day by which an answer is promised. What cannot be one is refused by plain sense: no protocol speaks of it. */
final class ReplyDate {

    private static final int MOST_YEARS = 1;

    private ReplyDate() {}

    /** Why an answer cannot be promised by that day; empty if it can. */
    static Optional<EnquiryRefusal> refusal(LocalDate replyBy, Acting acting) {
        if (replyBy.isBefore(acting.today())) {
            return Optional.of(EnquiryRefusal.because(Reason.REPLY_DATE_IN_THE_PAST));
        }
        if (replyBy.isAfter(acting.today().plusYears(MOST_YEARS))) {
            return Optional.of(EnquiryRefusal.because(Reason.REPLY_DATE_TOO_FAR));
        }
        return acting.calendar().isWorkingDay(replyBy)
                ? Optional.empty()
                : Optional.of(EnquiryRefusal.because(Reason.REPLY_DATE_NOT_A_WORKING_DAY));
    }
}
