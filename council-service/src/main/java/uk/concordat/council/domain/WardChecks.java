package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionFiles.PartLine;

/** Whether a council's wards hold together. */
final class WardChecks {

    private WardChecks() {}

    static List<ImportFault> of(CompositionLines lines, Rollcall people) {
        List<ImportFault> faults = new ArrayList<>();
        PartChecks checks = new PartChecks("ward", lines.wards(), faults);
        checks.belong(lines.wardMembers(), people);
        checks.areSuch(
                lines.wardMembers(),
                people,
                Rollcall.Entry::isElected,
                "%s is no elected member",
                "Name a person of the kind member; wards are stood for by whom they elected.");
        checks.apart(
                lines.wardMembers(),
                member -> Optional.of(member.username()),
                "%1$s stands for the ward %2$s on some of these days");
        Set<String> named = lines.wardMembers().stream().map(PartLine::of).collect(Collectors.toSet());
        // Between a death and the by-election a ward has nobody, so only one that never had is at fault.
        lines.wards().stream()
                .filter(ward -> !named.contains(ward.key()))
                .forEach(ward -> faults.add(ward.at()
                        .fault(
                                "ward",
                                "nobody has ever stood for the ward " + ward.key(),
                                "Name its members in ward-members.csv, also those who have left.")));
        return faults;
    }
}
