package uk.concordat.enquiry.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Act;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Reconcile;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;

/**
 * An enquiry between a member and an officer, under the protocol in force when it was received. A time limit never refuses
 * an act: what comes at or after its moment is taken, and recorded as late.
 */
public final class Enquiry implements Decider<EnquiryCommand, EnquiryState, EnquiryEvent, EnquiryRefusal> {

    private final Receipt receipt;
    private final Correspondence correspondence;
    private final Handling handling;

    public Enquiry(EnquiryProtocol protocol) {
        this.receipt = new Receipt(protocol);
        this.correspondence = new Correspondence(protocol);
        this.handling = new Handling(protocol);
    }

    @Override
    public EnquiryState initial() {
        return EnquiryHistory.initial();
    }

    @Override
    public Decision<EnquiryEvent, EnquiryRefusal> decide(EnquiryCommand command, EnquiryState state) {
        return switch (command) {
            case Receive receive -> state instanceof Known ? refuse(Reason.ALREADY_RECEIVED) : receipt.receive(receive);
            case PutToMember put -> state instanceof Known ? refuse(Reason.ALREADY_RECEIVED) : receipt.putToMember(put);
            case Act act -> act(act, known(state));
            case Lapse lapse -> Lapses.report(lapse, known(state));
            case Reconcile reconcile -> Reconciliation.reconcile(reconcile, known(state));
        };
    }

    /** Who may not act is told so first, then what the state forbids, then what is wrong with what was sent. */
    private Decision<EnquiryEvent, EnquiryRefusal> act(Act act, Known enquiry) {
        Optional<Reason> notAllowed = Authority.of(act).refusal(act.acting().parts());
        if (notAllowed.isPresent()) {
            return refuse(notAllowed.get());
        }
        List<EnquiryEvent> breaches = Lapses.before(act.acting(), enquiry);
        Known now = known(fold(enquiry, breaches));
        return switch (decide(act, now)) {
            case Decision.Refused<EnquiryEvent, EnquiryRefusal> refused -> refused;
            // Nothing that is done to an enquiry so far departs from what a protocol says should be.
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal> _
            when act.acting().departure().isPresent() -> refuse(Reason.NOTHING_TO_DEPART_FROM);
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> events) -> {
                List<EnquiryEvent> all = new ArrayList<>(breaches);
                all.addAll(events);
                yield new Decision.Accepted<>(all);
            }
        };
    }

    private Decision<EnquiryEvent, EnquiryRefusal> decide(Act act, Known enquiry) {
        return switch (act) {
            case Acknowledge acknowledge -> correspondence.acknowledge(acknowledge, enquiry);
            case Hold hold -> whileOpen(enquiry, () -> correspondence.hold(hold, enquiry));
            case Revise revise -> whileOpen(enquiry, () -> correspondence.revise(revise, enquiry));
            case Respond respond -> whileOpen(enquiry, () -> correspondence.respond(respond, enquiry));
            case Assign assign -> whileOpen(enquiry, () -> handling.assign(assign, enquiry));
            case Withdraw withdraw -> whileOpen(enquiry, () -> handling.withdraw(withdraw, enquiry));
            case FollowUp followUp -> handling.followUp(followUp, enquiry);
            case Reopen reopen -> handling.reopen(reopen, enquiry);
            case Close close -> handling.close(close, enquiry);
        };
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> whileOpen(
            Known enquiry, Supplier<Decision<EnquiryEvent, EnquiryRefusal>> decision) {
        return enquiry.ended().map(Enquiry::refuse).orElseGet(decision);
    }

    private static Known known(EnquiryState state) {
        return switch (state) {
            case Known known -> known;
            case NotReceived _ ->
                throw new IllegalStateException("Nothing can be done to an enquiry that was not received");
        };
    }

    private static Decision<EnquiryEvent, EnquiryRefusal> refuse(Reason reason) {
        return Decision.refuse(EnquiryRefusal.because(reason));
    }

    @Override
    public EnquiryState evolve(EnquiryState state, EnquiryEvent event) {
        return EnquiryHistory.evolve(state, event);
    }
}
