package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionFiles.BodyLine;

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
        if (!lines.bodies().isEmpty()) {
            appointments(lines, people, faults);
        }
        return faults;
    }

    /** Once the council has bodies, people are co-opted and independent members are appointed for one of them. */
    private static void appointments(CompositionLines lines, Rollcall people, List<ImportFault> faults) {
        Set<String> bodies = lines.bodies().stream().map(BodyLine::key).collect(Collectors.toSet());
        for (Rollcall.Entry person : people.all()) {
            person.appointedTo().stream()
                    .filter(body -> !bodies.contains(body))
                    .map(body -> person.at()
                            .fault(
                                    "appointedTo",
                                    "there is no body " + body,
                                    "Name a body of bodies.csv, or one that was loaded before."))
                    .forEach(faults::add);
        }
    }
}
