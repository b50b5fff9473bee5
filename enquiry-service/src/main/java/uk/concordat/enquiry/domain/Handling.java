package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryClosed;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryFollowedUp;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReopened;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
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
import uk.concordat.protocols.ladder.Climb;

/** The course of an enquiry: whom it is with, whether it goes on, and its end. No protocol speaks of these. */
record Handling(EnquiryProtocol protocol) {

    Decision<EnquiryEvent, EnquiryRefusal> assign(Assign command, Known enquiry) {
        CaseFile file = enquiry.file();
        if (file.particulars().direction() == Direction.OFFICER_TO_MEMBER) {
            return refuse(Reason.ASKED_OF_A_MEMBER);
        }
        // Whom it was with may hold another post since, and get it again as the holder of that one.
        if (command.officer().equals(file.responsible())) {
            return refuse(Reason.ALREADY_WITH_OFFICER);
        }
        if (command.officer().personId().equals(command.acting().person())) {
            return refuse(Reason.ASSIGNED_TO_ONESELF);
        }
        return Decision.accept(new EnquiryAssigned(
                command.acting().person(),
                command.acting().now(),
                command.officer(),
                command.reason(),
                file.deadlines().stream()
                        .filter(deadline -> deadline.isUnmet())
                        .map(deadline -> new EnquiryAssigned.Reassigned(
                                deadline.id(),
                                deadline.isOpen()
                                        ? new Climb(List.of(), List.of(), false)
                                        : Ladder.handedOver(deadline, command.officer(), command.officersLine())))
                        .toList()));
    }

    /** Within the council's window after the answer it reopens the enquiry, and the clocks start anew. */
    Decision<EnquiryEvent, EnquiryRefusal> followUp(FollowUp command, Known enquiry) {
        Optional<Instant> answeredAt = answeredAt(enquiry);
        if (answeredAt.isEmpty()) {
            return refuse(enquiry.ended().orElse(Reason.NOT_ANSWERED_YET));
        }
        if (command.window().isEmpty()) {
            return refuse(Reason.NO_FOLLOW_UP_WINDOW);
        }
        Acting acting = command.acting();
        LocalDate answered = LocalDate.ofInstant(answeredAt.get(), acting.zone());
        Instant end =
                acting.calendar().forward(answered, command.window().get()).dueAt(acting.zone());
        return acting.now().isBefore(end)
                ? Decision.accept(new EnquiryFollowedUp(
                        acting.person(),
                        acting.now(),
                        command.text(),
                        clocks(acting, command.channel(), enquiry.file())))
                : refuse(Reason.FOLLOW_UP_WINDOW_OVER);
    }

    Decision<EnquiryEvent, EnquiryRefusal> reopen(Reopen command, Known enquiry) {
        Acting acting = command.acting();
        return answeredAt(enquiry).isEmpty()
                ? refuse(enquiry.ended().orElse(Reason.NOT_ANSWERED_YET))
                : Decision.accept(new EnquiryReopened(
                        acting.person(),
                        acting.now(),
                        command.reason(),
                        clocks(acting, enquiry.particulars().channel(), enquiry.file())));
    }

    Decision<EnquiryEvent, EnquiryRefusal> close(Close command, Known enquiry) {
        return switch (enquiry) {
            case Answered _ ->
                Decision.accept(new EnquiryClosed(
                        command.acting().person(), command.acting().now(), command.reason()));
            case Received _, Acknowledged _, Held _, Promised _ -> refuse(Reason.NOT_ANSWERED_YET);
            case Closed _ -> refuse(Reason.CLOSED);
            case Withdrawn _ -> refuse(Reason.WITHDRAWN);
        };
    }

    Decision<EnquiryEvent, EnquiryRefusal> withdraw(Withdraw command, Known enquiry) {
        Instant now = command.acting().now();
        return Decision.accept(new EnquiryWithdrawn(
                command.acting().person(),
                now,
                command.reason(),
                enquiry.file().ids(deadline -> deadline.isOpen() && now.isBefore(deadline.dueAt()))));
    }

    private List<DeadlineSet> clocks(Acting acting, Channel channel, CaseFile file) {
        return protocol.start(
                file.particulars().direction(),
                channel,
                new ClockStart(
                        acting.now(),
                        acting.zone(),
                        acting.calendar(),
                        acting.ids(),
                        file.responsible(),
                        file.particulars().targets()));
    }

    private static Optional<Instant> answeredAt(Known enquiry) {
        return switch (enquiry) {
            case Answered answered -> Optional.of(answered.at());
            case Closed closed -> Optional.of(closed.answeredAt());
            case Received _, Acknowledged _, Held _, Promised _, Withdrawn _ -> Optional.empty();
        };
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> refuse(Reason reason) {
        return Decision.refuse(EnquiryRefusal.because(reason));
    }
}
