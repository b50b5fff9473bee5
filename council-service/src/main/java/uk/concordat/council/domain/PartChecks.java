package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.WholeLine;

/** What holds alike of the parts that people have in groups, wards and bodies. */
final class PartChecks {

    private final String what;
    private final Map<String, WholeLine> wholes;
    private final List<ImportFault> faults;

    /** @param what such as {@code group}, which also names the column */
    PartChecks(String what, Collection<? extends WholeLine> lines, List<ImportFault> faults) {
        this.what = what;
        this.wholes = lines.stream().collect(Collectors.toMap(WholeLine::key, line -> line, (first, _) -> first));
        this.faults = faults;
        unique(lines);
    }

    private void unique(Collection<? extends WholeLine> lines) {
        Set<String> seen = new HashSet<>();
        lines.stream()
                .filter(line -> !seen.add(line.key()))
                .forEach(line -> faults.add(
                        line.at().fault(what, "%s is there twice".formatted(line.key()), "Keep one line for each.")));
    }

    /** That each part is somebody's in something that is there on its first day. */
    void belong(List<PartLine> parts, Rollcall people) {
        for (PartLine part : parts) {
            WholeLine whole = wholes.get(part.of());
            if (whole == null) {
                faults.add(part.at()
                        .fault(
                                what,
                                "there is no %s %s".formatted(what, part.of()),
                                "Name one of the file beside it, or one that was loaded before."));
            } else if (!whole.life().on(part.from())) {
                faults.add(part.at()
                        .fault(
                                "from",
                                "the %s %s does not exist on %s".formatted(what, part.of(), part.from()),
                                "Let it begin on a day on which the %s exists.".formatted(what)));
            }
            if (people.find(part.username()).isEmpty()) {
                faults.add(part.at()
                        .fault(
                                "username",
                                "there is nobody called " + part.username(),
                                "Name a person of people.csv."));
            }
        }
    }

    /** That those who have a part are people of whom that can be said, on the days of the part. */
    void areSuch(List<PartLine> parts, Rollcall people, Predicate<Rollcall.Entry> such, String problem, String remedy) {
        parts.forEach(part -> people.find(part.username()).stream()
                .flatMap(person -> person.during(part))
                .filter(such.negate())
                .findFirst()
                .ifPresent(
                        person -> faults.add(part.at().fault("username", problem.formatted(part.username()), remedy))));
    }

    /** That of the parts that have the same key no two are on one day. */
    void apart(List<PartLine> parts, Function<PartLine, Optional<String>> same, String problem) {
        Map<String, List<PartLine>> earlier = new HashMap<>();
        for (PartLine part : parts) {
            same.apply(part).ifPresent(key -> {
                List<PartLine> others = earlier.computeIfAbsent(key, _ -> new ArrayList<>());
                others.stream()
                        .filter(other -> other.span().overlaps(part.span()))
                        .findFirst()
                        .ifPresent(other -> faults.add(part.at()
                                .fault(
                                        "from",
                                        problem.formatted(part.username(), other.of(), other.username()),
                                        Tenures.APART)));
                others.add(part);
            });
        }
    }
}
