package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAcknowledged;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAnswered;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryWithdrawn;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.enquiry.domain.EnquiryState.Acknowledged;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.domain.EnquiryState.Received;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.Standing;

/**
 * A member's enquiry of an officer, under the protocol in force when it was received. A time limit never refuses an
 * act: what comes at or after its moment is taken, and recorded as late.
 */
public final class Enquiry implements Decider<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> {

    private final EnquiryProtocol protocol;

    public Enquiry(EnquiryProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public EnquiryState initial() {
        return EnquiryHistory.initial();
    }

    @Override
    public Decision<EnquiryEvent, EnquiryRefusal> decide(EnquiryCommand command, EnquiryState state) {
        return switch (command) {
            case Receive receive -> receive(receive, state);
            case Acknowledge acknowledge -> acknowledge(acknowledge, state);
            case Respond respond -> respond(respond, state);
            case Withdraw withdraw -> withdraw(withdraw, state);
            case Lapse lapse -> lapse(lapse, state);
        };
    }

    private Decision<EnquiryEvent, EnquiryRefusal> receive(Receive command, EnquiryState state) {
        if (state instanceof Known) {
            return refuse(Reason.ALREADY_RECEIVED);
        }
        Optional<EnquiryRefusal> wrongDate = ReceiptDate.refusal(command.receivedAt(), command.now());
        if (wrongDate.isPresent()) {
            return Decision.refuse(wrongDate.get());
        }
        if (!protocol.channels().contains(command.channel().code())) {
            return Decision.refuse(EnquiryRefusal.because(Reason.CHANNEL_STARTS_NO_CLOCK, protocol.channelsRule()));
        }
        return Decision.accept(new EnquiryReceived(
                command.id(),
                command.reference(),
                protocol.id(),
                command.kind(),
                command.member(),
                command.officer(),
                command.loggedBy(),
                command.channel(),
                command.capacity(),
                command.factual(),
                command.receivedAt(),
                command.subject(),
                command.text(),
                protocol.clocks().stream().map(clock -> clock.start(command)).toList()));
    }

    private Decision<EnquiryEvent, EnquiryRefusal> acknowledge(Acknowledge command, EnquiryState state) {
        if (!command.part().handles()) {
            return refuse(Reason.NOT_YOURS_TO_ANSWER);
        }
        return switch (state) {
            case Received open ->
                after(
                        breaches(open, command.now()),
                        new EnquiryAcknowledged(
                                command.by(),
                                command.now(),
                                command.text(),
                                ids(
                                        open,
                                        deadline -> deadline.isUnmet()
                                                && deadline.kind() == DeadlineKind.ACKNOWLEDGEMENT)));
            case Acknowledged _ -> refuse(Reason.ALREADY_ACKNOWLEDGED);
            // An answer settles the acknowledgement, so none can follow it (COL-31, reading).
            case Answered _ ->
                Decision.refuse(new EnquiryRefusal(Reason.ALREADY_ANSWERED, protocol.answerSettlesAcknowledgement()));
            case Withdrawn _ -> refuse(Reason.WITHDRAWN);
            case NotReceived _ -> throw notReceived();
        };
    }

    private Decision<EnquiryEvent, EnquiryRefusal> respond(Respond command, EnquiryState state) {
        if (!command.part().handles()) {
            return refuse(Reason.NOT_YOURS_TO_ANSWER);
        }
        return switch (state) {
            case Received open -> answered(command, open);
            case Acknowledged open -> answered(command, open);
            case Answered _ -> refuse(Reason.ALREADY_ANSWERED);
            case Withdrawn _ -> refuse(Reason.WITHDRAWN);
            case NotReceived _ -> throw notReceived();
        };
    }

    private Decision<EnquiryEvent, EnquiryRefusal> answered(Respond command, Known open) {
        boolean settlesAcknowledgement = protocol.answerSettlesAcknowledgement().isPresent();
        return after(
                breaches(open, command.now()),
                new EnquiryAnswered(
                        command.by(),
                        command.now(),
                        command.text(),
                        ids(
                                open,
                                deadline -> deadline.isUnmet()
                                        && (settlesAcknowledgement
                                                || deadline.kind() != DeadlineKind.ACKNOWLEDGEMENT))));
    }

    private Decision<EnquiryEvent, EnquiryRefusal> withdraw(Withdraw command, EnquiryState state) {
        if (!command.part().asks()) {
            return refuse(Reason.NOT_YOURS_TO_WITHDRAW);
        }
        return switch (state) {
            case Received open -> withdrawn(command, open);
            case Acknowledged open -> withdrawn(command, open);
            case Answered _ -> refuse(Reason.ALREADY_ANSWERED);
            case Withdrawn _ -> refuse(Reason.WITHDRAWN);
            case NotReceived _ -> throw notReceived();
        };
    }

    private Decision<EnquiryEvent, EnquiryRefusal> withdrawn(Withdraw command, Known open) {
        return after(
                breaches(open, command.now()),
                new EnquiryWithdrawn(
                        command.by(),
                        command.now(),
                        command.reason(),
                        ids(open, deadline -> deadline.isOpen() && command.now().isBefore(deadline.dueAt()))));
    }

    /** Breached or spared; a lapse whose breach is recorded already changes nothing. */
    private Decision<EnquiryEvent, EnquiryRefusal> lapse(Lapse command, EnquiryState state) {
        if (!(state instanceof Known known)) {
            throw notReceived();
        }
        Deadline deadline = known.deadlines().stream()
                .filter(each -> each.id().equals(command.deadlineId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The enquiry has no deadline " + command.deadlineId()));
        if (deadline.revision() != command.revision()) {
            return Decision.accept(spared(command));
        }
        return switch (deadline.standing()) {
            case Standing.Open _ ->
                Decision.accept(
                        new DeadlineBreached(deadline.id(), deadline.revision(), command.rung(), command.now()));
            case Standing.Missed _, Standing.MetLate _ -> Decision.accept();
            case Standing.Met _, Standing.Withdrawn _ -> Decision.accept(spared(command));
        };
    }

    private static DeadlineSpared spared(Lapse command) {
        return new DeadlineSpared(command.deadlineId(), command.revision(), command.rung(), command.now());
    }

    /** An act that finds an open deadline past its moment records the breach before itself. */
    private static List<EnquiryEvent> breaches(Known open, Instant now) {
        return open.deadlines().stream()
                .filter(deadline -> deadline.isOpen() && !now.isBefore(deadline.dueAt()))
                .<EnquiryEvent>map(deadline -> new DeadlineBreached(deadline.id(), deadline.revision(), 0, now))
                .toList();
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> after(List<EnquiryEvent> breaches, EnquiryEvent act) {
        List<EnquiryEvent> events = new ArrayList<>(breaches);
        events.add(act);
        return new Decision.Accepted<>(events);
    }

    private static List<DeadlineId> ids(Known open, Predicate<Deadline> which) {
        return open.deadlines().stream().filter(which).map(Deadline::id).toList();
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> refuse(Reason reason) {
        return Decision.refuse(EnquiryRefusal.because(reason));
    }

    private static IllegalStateException notReceived() {
        return new IllegalStateException("Nothing can be done to an enquiry that was not received");
    }

    @Override
    public EnquiryState evolve(EnquiryState state, EnquiryEvent event) {
        return EnquiryHistory.evolve(state, event);
    }
}
