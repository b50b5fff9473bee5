package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a council's bodies hold together. */
final class BodyChecks {

    private BodyChecks() {}

    static List<ImportFault> of(CompositionLines lines, Rollcall people) {
        List<ImportFault> faults = new ArrayList<>();
        PartChecks checks = new PartChecks("body", lines.bodies(), faults);
        checks.belong(lines.bodyMembers(), people);
        checks.apart(
                lines.bodyMembers(),
                seat -> Optional.of(seat.of() + " " + seat.username()),
                "%1$s sits on %2$s already on some of these days; who chairs it is a member without a second line");
        checks.apart(
                lines.bodyMembers(),
                seat -> Optional.of(seat.of()).filter(_ -> seat.part().equals(Body.CHAIR)),
                "%2$s is chaired by %3$s on some of these days");
        return faults;
    }
}
