package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        seats(lines, people, faults);
        asSuch(lines, people, faults);
        return faults;
    }

    /** Whoever sits there as co-opted or as an independent member is one meanwhile. */
    private static void asSuch(CompositionLines lines, Rollcall people, List<ImportFault> faults) {
        asSuch(Body.COOPTED_MEMBER, Rollcall.Entry::isCoopted, lines, people, faults);
        asSuch(Body.INDEPENDENT_MEMBER, Rollcall.Entry::isIndependentMember, lines, people, faults);
    }

    private static void asSuch(
            String part,
            Predicate<Rollcall.Entry> such,
            CompositionLines lines,
            Rollcall people,
            List<ImportFault> faults) {
        lines.bodyMembers().stream()
                .filter(seat -> seat.part().equals(part))
                .forEach(seat -> people.find(seat.username())
                        .filter(person -> !person.during(seat).allMatch(such))
                        .ifPresent(person -> faults.add(seat.at()
                                .fault(
                                        "part",
                                        "%s is no %s by people.csv".formatted(person.username(), part),
                                        "Write the part that fits their kind, or mend the kind in people.csv."))));
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

    /** Who is there by appointment sits on the bodies that it names, and no others, for it is what they may ask for (COL-42). */
    private static void seats(CompositionLines lines, Rollcall people, List<ImportFault> faults) {
        lines.bodyMembers()
                .forEach(seat -> people.find(seat.username())
                        .filter(person -> person.during(seat).allMatch(Rollcall.Entry::isForBodies)
                                && !person.appointedTo().isEmpty()
                                && !person.appointedTo().contains(seat.of()))
                        .map(person -> seat.at()
                                .fault(
                                        "body",
                                        "%s is appointed to %s and not to %s"
                                                .formatted(
                                                        person.username(),
                                                        String.join(", ", person.appointedTo()),
                                                        seat.of()),
                                        "Name the body in appointedTo of people.csv too, or leave this line out."))
                        .ifPresent(faults::add));
    }
}
