package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.Reconcile;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.deadlines.Standing;

/**
 * Counts dates again when the council's calendar has changed. What is open or was not done in time moves to its day by the
 * calendar in force; what was missed or late only by the old one was not: its breach is annulled.
 */
public final class Reconciliation {

    private Reconciliation() {}

    static Decision<EnquiryEvent, EnquiryRefusal> reconcile(Reconcile command, Known enquiry) {
        List<EnquiryEvent> events = enquiry.deadlines().stream()
                .flatMap(deadline -> reconciled(command, deadline).stream())
                .toList();
        return new Decision.Accepted<>(events);
    }

    /** Whether another calendar could change it. */
    public static boolean concerns(Deadline deadline) {
        return switch (deadline.standing()) {
            case Standing.Open _, Standing.Missed _, Standing.MetLate _, Standing.Replaced _ -> true;
            case Standing.Met _, Standing.Withdrawn _ -> false;
        };
    }

    private static Optional<EnquiryEvent> reconciled(Reconcile command, Deadline deadline) {
        WorkingDays before = deadline.proof();
        WorkingDays proof = counted(before, deadline.basis().source(), command.calendar());
        if (!concerns(deadline) || proof.dueOn().equals(before.dueOn())) {
            return Optional.empty();
        }
        var dueAt = proof.dueAt(command.zone());
        int revision = deadline.revision() + 1;
        CalendarChange because = CalendarChange.between(before, proof);
        boolean isRighted = switch (deadline.standing()) {
            case Standing.Missed _ -> command.now().isBefore(dueAt);
            case Standing.MetLate(var at) -> at.isBefore(dueAt);
            case Standing.Replaced replaced -> replaced.replacedAt().isBefore(dueAt);
            case Standing.Open _, Standing.Met _, Standing.Withdrawn _ -> false;
        };
        if (deadline.standing() instanceof Standing.Replaced && !isRighted) {
            return Optional.empty(); // Another date stands in its place; this one stays missed as it was.
        }
        return Optional.of(
                isRighted
                        ? new DeadlineAnnulled(deadline.id(), revision, proof, dueAt, because, command.now())
                        : new DeadlineMoved(deadline.id(), revision, proof, dueAt, because, command.now()));
    }

    /** A promise is a date and only gives way to a day that is none; a limit is counted anew. */
    private static WorkingDays counted(WorkingDays before, DeadlineSource source, WorkingCalendar calendar) {
        return switch (source) {
            case PROMISE -> calendar.onOrAfter(before.from());
            case PROTOCOL, LOCAL_TARGET ->
                calendar.forward(before.from(), before.counted().size());
        };
    }
}
