package uk.concordat.enquiry.domain;

import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Act;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.enquiry.domain.EnquiryState.Known;

/** Whose it is to do what: one side asks, the other answers, and officers decide on the course of an enquiry. */
final class Entitlement {

    private Entitlement() {}

    /** Why this person may not do this, in whatever state the enquiry is; empty if they may. */
    static Optional<Reason> refusal(Act act, Known enquiry) {
        Part part = act.acting().part();
        return switch (act) {
            case Acknowledge _, Hold _, Revise _, Respond _ -> unless(part.handles(), Reason.NOT_YOURS_TO_ANSWER);
            case Assign _ -> unless(part.handles(), Reason.NOT_YOURS_TO_ASSIGN);
            case FollowUp _ -> unless(part.asks(), Reason.NOT_YOURS_TO_FOLLOW_UP);
            case Withdraw _ -> unless(part.asks(), Reason.NOT_YOURS_TO_WITHDRAW);
            case Close _ -> unless(part.asks() || part.handles(), Reason.NOT_YOURS_TO_CLOSE);
            case Reopen _ -> unless(isOfficer(part, enquiry), Reason.NOT_YOURS_TO_REOPEN);
        };
    }

    private static boolean isOfficer(Part part, Known enquiry) {
        return switch (enquiry.particulars().direction()) {
            case MEMBER_TO_OFFICER -> part.handles();
            case OFFICER_TO_MEMBER -> part.asks();
        };
    }

    private static Optional<Reason> unless(boolean may, Reason reason) {
        return may ? Optional.empty() : Optional.of(reason);
    }
}
