package uk.concordat.enquiry.domain;

import java.util.ArrayList;
import java.util.List;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineSpared;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.Standing;

/** What it means that a deadline's moment has come, or that it is still unmet a rung later. */
final class Lapses {

    private Lapses() {}

    /** Breached or spared; a lapse whose breach is recorded already changes nothing. */
    static Decision<EnquiryEvent, EnquiryRefusal> report(Lapse lapse, Known enquiry) {
        Deadline deadline = enquiry.file()
                .deadline(lapse.deadlineId())
                .orElseThrow(() -> new IllegalArgumentException("The enquiry has no deadline " + lapse.deadlineId()));
        if (deadline.revision() != lapse.revision()) {
            return Decision.accept(spared(lapse));
        }
        return switch (deadline.standing()) {
            case Standing.Open _ -> Decision.accept(Ladder.breach(enquiry.file(), deadline, lapse.now(), lapse.line()));
            case Standing.Missed missed -> stillMissed(lapse, enquiry, deadline, missed);
            case Standing.MetLate _, Standing.Replaced _ ->
                lapse.rung() == 0 ? Decision.accept() : Decision.accept(spared(lapse));
            case Standing.Met _, Standing.Withdrawn _ -> Decision.accept(spared(lapse));
        };
    }

    /** It climbs a rung, unless that rung has been climbed or nothing is owed any more. */
    private static Decision<EnquiryEvent, EnquiryRefusal> stillMissed(
            Lapse lapse, Known enquiry, Deadline deadline, Standing.Missed missed) {
        if (lapse.rung() <= missed.rung()) {
            return Decision.accept();
        }
        if (enquiry.hasEnded()) {
            return Decision.accept(spared(lapse));
        }
        return Decision.accept(new DeadlineBreached(
                deadline.id(),
                deadline.revision(),
                lapse.rung(),
                lapse.now(),
                lapse.line().next(missed.told())));
    }

    private static DeadlineSpared spared(Lapse lapse) {
        return new DeadlineSpared(lapse.deadlineId(), lapse.revision(), lapse.rung(), lapse.now());
    }

    /** An act that finds an open deadline past its moment records the breach before itself. */
    static List<EnquiryEvent> before(Acting acting, Known enquiry) {
        List<EnquiryEvent> breaches = new ArrayList<>();
        enquiry.file()
                .lapsed(acting.now())
                .forEach(
                        deadline -> breaches.add(Ladder.breach(enquiry.file(), deadline, acting.now(), acting.line())));
        return List.copyOf(breaches);
    }
}
