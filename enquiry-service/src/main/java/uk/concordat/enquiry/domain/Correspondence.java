package uk.concordat.enquiry.domain;

import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.enquiry.domain.EnquiryState.Acknowledged;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.Closed;
import uk.concordat.enquiry.domain.EnquiryState.Held;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.Promised;
import uk.concordat.enquiry.domain.EnquiryState.Received;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.DeadlineKind;

/** What the one who was asked writes to the one who asked. Where a member was asked, no policy but the clock applies. */
record Correspondence(EnquiryProtocol protocol) {

    Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, Known enquiry) {
        CaseFile file = enquiry.file();
        return switch (enquiry) {
            case Received _, Held _ ->
                file.isAcknowledged()
                        ? refuse(Reason.ALREADY_ACKNOWLEDGED)
                        : policy(file).acknowledge(command, file);
            case Acknowledged _, Promised _ -> refuse(Reason.ALREADY_ACKNOWLEDGED);
            // An answer settles the acknowledgement, so none can follow it (COL-31, reading).
            case Answered _, Closed _ ->
                Decision.refuse(new EnquiryRefusal(Reason.ALREADY_ANSWERED, protocol.answerSettlesAcknowledgement()));
            case Withdrawn _ -> refuse(Reason.WITHDRAWN);
        };
    }

    Decision<EnquiryEvent, EnquiryRefusal> hold(Hold command, Known enquiry) {
        return protocol.holdingReply()
                .filter(_ -> isAskedOfOfficer(enquiry.file()))
                .map(policy -> policy.hold(command, enquiry.file()))
                .orElseGet(() -> refuse(Reason.PROTOCOL_KNOWS_NO_HOLDING_REPLY));
    }

    Decision<EnquiryEvent, EnquiryRefusal> revise(Revise command, Known enquiry) {
        Optional<RevisedTimescale> policy = protocol.timescale().filter(_ -> isAskedOfOfficer(enquiry.file()));
        if (policy.isEmpty()) {
            return Decision.refuse(new EnquiryRefusal(
                    Reason.PROTOCOL_KNOWS_NO_PROMISE,
                    protocol.holdingReply()
                            .filter(_ -> isAskedOfOfficer(enquiry.file()))
                            .map(HoldingReplyWithReasons::setsNoDate)));
        }
        return switch (enquiry) {
            case Promised promised ->
                policy.get()
                        .revise(
                                command,
                                promised.file(),
                                promised.file().deadline(promised.promise()).orElseThrow());
            case Received _, Acknowledged _, Held _, Answered _, Closed _, Withdrawn _ ->
                refuse(Reason.NOTHING_PROMISED);
        };
    }

    Decision<EnquiryEvent, EnquiryRefusal> respond(Respond command, Known enquiry) {
        boolean settlesAcknowledgement = protocol.answerSettlesAcknowledgement().isPresent();
        return Decision.accept(new EnquiryAnswered(
                command.acting().person(),
                command.acting().now(),
                command.text(),
                enquiry.file()
                        .ids(deadline -> deadline.isUnmet()
                                && (settlesAcknowledgement || deadline.kind() != DeadlineKind.ACKNOWLEDGEMENT))));
    }

    private AcknowledgementPolicy policy(CaseFile file) {
        return isAskedOfOfficer(file) ? protocol.acknowledgement() : new PlainAcknowledgement();
    }

    private static boolean isAskedOfOfficer(CaseFile file) {
        return file.particulars().direction() == Direction.MEMBER_TO_OFFICER;
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> refuse(Reason reason) {
        return Decision.refuse(EnquiryRefusal.because(reason));
    }
}
