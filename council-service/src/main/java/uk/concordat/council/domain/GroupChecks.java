package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CompositionFiles.PartLine;

/** Whether a council's political groups hold together, whatever its protocol says of groups. */
final class GroupChecks {

    private final CompositionLines lines;
    private final Rollcall people;
    private final GroupMembers members;
    private final List<ImportFault> faults = new ArrayList<>();

    private GroupChecks(CompositionLines lines, Rollcall people) {
        this.lines = lines;
        this.people = people;
        this.members = new GroupMembers(lines.groupMembers(), people);
    }

    static List<ImportFault> of(CompositionLines lines, Rollcall people, GroupRules rules, LocalDate today) {
        GroupChecks checks = new GroupChecks(lines, people);
        checks.parts();
        checks.leaders();
        checks.opposition();
        checks.officers();
        checks.shown();
        checks.faults.addAll(GroupSizeChecks.of(lines.groups(), checks.members, rules, today));
        return checks.faults;
    }

    private void parts() {
        PartChecks checks = new PartChecks("group", lines.groups(), faults);
        checks.belong(lines.groupMembers(), people);
        checks.areSuch(
                lines.groupMembers(),
                people,
                Predicate.not(Rollcall.Entry::isOfficer),
                "%s is an officer",
                "Name a member; officers are in no political group.");
        checks.apart(
                ofPart(GroupMembership.MEMBER),
                part -> Optional.of(part.username()),
                "%1$s is in the group %2$s on some of these days");
        checks.apart(
                ofPart(GroupMembership.LEADER),
                part -> Optional.of(part.of()),
                "the group %2$s is led by %3$s on some of these days");
        checks.apart(
                ofPart(GroupMembership.LEADER_OF_THE_OPPOSITION),
                _ -> Optional.of("the council"),
                "%3$s leads the opposition on some of these days");
    }

    private List<PartLine> ofPart(String part) {
        return lines.groupMembers().stream()
                .filter(line -> line.part().equals(part))
                .toList();
    }

    /** A group is led and whipped from within, for as long as who does it is in office and the group exists. */
    private void leaders() {
        Map<String, Span> lives =
                lines.groups().stream().collect(Collectors.toMap(GroupLine::key, GroupLine::life, (first, _) -> first));
        lines.groupMembers().stream()
                .filter(part -> !part.part().equals(GroupMembership.MEMBER))
                .forEach(part -> people.find(part.username())
                        .flatMap(person -> person.career().first(part.span()))
                        .flatMap(span ->
                                Optional.ofNullable(lives.get(part.of())).flatMap(span::common))
                        .flatMap(span -> members.firstWithout(part.username(), part.of(), span))
                        .ifPresent(day -> faults.add(part.at()
                                .fault(
                                        "username",
                                        "%s is not in the group %s on %s".formatted(part.username(), part.of(), day),
                                        "Let it begin and end with the membership, or name a member of the group."))));
    }

    /** The opposition is led by nobody of the administration (HAR-06), whomever else a council names. */
    private void opposition() {
        Map<String, GroupLine> groups = lines.groups().stream()
                .collect(Collectors.toMap(GroupLine::key, Function.identity(), (first, _) -> first));
        ofPart(GroupMembership.LEADER_OF_THE_OPPOSITION)
                .forEach(
                        part -> Optional.ofNullable(groups.get(part.of())).stream()
                                .flatMap(group -> group.administration().stream())
                                .flatMap(days -> days.common(part.span()).stream())
                                .map(Span::from)
                                .min(Comparator.naturalOrder())
                                .ifPresent(
                                        day -> faults.add(
                                                part.at()
                                                        .fault(
                                                                "group",
                                                                "the group %s is of the administration on %s, so %s cannot lead the opposition"
                                                                        .formatted(part.of(), day, part.username()),
                                                                "Name a member of a group outside it, or let one end before the other begins."))));
    }

    private void officers() {
        people.all().stream()
                .filter(person -> person.isOfficer() && person.group().isPresent())
                .map(person -> person.at()
                        .fault(
                                "group",
                                person.username() + " is an officer",
                                "Leave it empty; officers are in no political group."))
                .forEach(faults::add);
    }

    /** Once the council has groups, the column of people.csv names one of them, and no other than dated lines do. */
    private void shown() {
        if (lines.groups().isEmpty()) {
            return;
        }
        Set<String> groups = lines.groups().stream().map(GroupLine::key).collect(Collectors.toSet());
        Map<String, Set<String>> dated = ofPart(GroupMembership.MEMBER).stream()
                .collect(Collectors.groupingBy(
                        PartLine::username, Collectors.mapping(PartLine::of, Collectors.toCollection(HashSet::new))));
        people.all().stream()
                .filter(person -> !person.isOfficer() && person.group().isPresent())
                .forEach(person -> {
                    String group = person.group().get();
                    if (!groups.contains(group)) {
                        faults.add(person.at()
                                .fault(
                                        "group",
                                        "there is no group " + group,
                                        "Name a group of groups.csv, or one that was loaded before."));
                    } else if (!dated.getOrDefault(person.username(), Set.of(group))
                            .contains(group)) {
                        faults.add(person.at()
                                .fault(
                                        "group",
                                        "%s is never in the group %s by group-members.csv"
                                                .formatted(person.username(), group),
                                        "Leave it empty, or name a group that the dated lines name."));
                    }
                });
    }
}
