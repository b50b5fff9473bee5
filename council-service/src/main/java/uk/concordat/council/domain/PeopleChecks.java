package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.PersonLine;

/** Whether people are what their kind allows, and officers are allocated to those who are there. */
final class PeopleChecks {

    private final CouncilFiles files;
    private final CouncilState state;
    private final LocalDate today;
    private final Kinds kinds;
    private final Map<String, PersonLine> people;
    private final List<ImportFault> faults = new ArrayList<>();

    private PeopleChecks(CouncilFiles files, CouncilState state, LocalDate today) {
        this.today = today;
        this.kinds = new Kinds(files.people(), state, today);
        this.files = files;
        this.state = state;
        this.people = files.people().stream()
                .collect(Collectors.toMap(PersonLine::username, Function.identity(), (first, _) -> first));
    }

    static List<ImportFault> of(CouncilFiles files, CouncilState state, LocalDate today) {
        PeopleChecks checks = new PeopleChecks(files, state, today);
        files.people().forEach(checks::kind);
        files.allocations().ifPresentOrElse(checks::allocations, checks::allocationsThatStay);
        return List.copyOf(checks.faults);
    }

    private void kind(PersonLine person) {
        if (person.employment().isPresent() && !PersonKind.isOfficer(person.kind())) {
            fault(
                    person,
                    "employment",
                    "%s is no officer, and only officers are employed".formatted(person.username()),
                    "Leave it empty.");
        }
        if (!person.appointedTo().isEmpty() && !PersonKind.isForBodies(person.kind())) {
            fault(
                    person,
                    "appointedTo",
                    "%s is neither co-opted nor an independent member".formatted(person.username()),
                    "Leave it empty.");
        }
        if (person.appointedTo().isEmpty() && PersonKind.isIndependentMember(person.kind())) {
            fault(
                    person,
                    "appointedTo",
                    "%s is an independent member of no committee".formatted(person.username()),
                    "Name the committee.");
        }
    }

    private void fault(PersonLine line, String column, String problem, String remedy) {
        faults.add(new ImportFault("people.csv", line.line(), column, problem, remedy));
    }

    private void allocations(List<AllocationLine> lines) {
        Set<String> groups = groups();
        Map<String, List<AllocationLine>> seen = new HashMap<>();
        for (AllocationLine line : lines) {
            if (!isThere(line.username(), line, true)) {
                fault(
                        line,
                        "username",
                        "%s is no officer".formatted(line.username()),
                        "Name an officer of people.csv.");
            }
            line.member()
                    .filter(member -> !isThere(member, line, false))
                    .ifPresent(member ->
                            fault(line, "member", "%s is no member".formatted(member), "Name a member of people.csv."));
            line.group()
                    .filter(group -> !groups.contains(group))
                    .ifPresent(group -> fault(
                            line, "group", "there is no group %s".formatted(group), "Name a group of the council."));
            List<AllocationLine> earlier = seen.computeIfAbsent(target(line), _ -> new ArrayList<>());
            if (earlier.stream().anyMatch(line::meets)) {
                fault(
                        line,
                        "from",
                        "%s is allocated so already on some of these days".formatted(line.username()),
                        Tenures.APART);
            }
            earlier.add(line);
        }
    }

    /** Those of groups.csv or, where that is not sent, those that are known; and whatever people.csv says. */
    private Set<String> groups() {
        Stream<String> named = files.composition()
                .groups()
                .map(lines -> lines.stream().map(GroupLine::key))
                .orElseGet(() -> state.composition().groups().all().keySet().stream());
        return Stream.concat(named, files.people().stream().flatMap(person -> person.group().stream()))
                .collect(Collectors.toSet());
    }

    /** Whether somebody of the files is what they must be on the days of an allocation, or now where they are away on them. */
    private boolean isThere(String username, Dated days, boolean asOfficer) {
        List<String> kindsThen = kinds.during(username, days).toList();
        return Optional.ofNullable(people.get(username))
                .map(now -> kindsThen.isEmpty() ? List.of(now.kind()) : kindsThen)
                .filter(all -> all.stream().allMatch(kind -> PersonKind.isOfficer(kind) == asOfficer))
                .isPresent();
    }

    /** The files say nothing of allocations, so those that are known stay, and nobody who is in one becomes another kind. */
    private void allocationsThatStay() {
        state.people()
                .all()
                .values()
                .forEach(officer -> officer.allocations().stream()
                        .filter(allocation -> allocation
                                .to()
                                .filter(last -> last.isBefore(today))
                                .isEmpty())
                        .forEach(allocation -> {
                            stays(officer.username(), allocation, true);
                            allocation.member().ifPresent(member -> stays(kinds.username(member), allocation, false));
                        }));
    }

    private void stays(String username, Person.Allocation allocation, boolean asOfficer) {
        AllocationLine known =
                new AllocationLine(1, username, Optional.empty(), Optional.empty(), allocation.from(), allocation.to());
        Optional.ofNullable(people.get(username))
                .filter(_ -> kinds.during(username, known).anyMatch(kind -> PersonKind.isOfficer(kind) != asOfficer))
                .ifPresent(person -> fault(
                        person,
                        "kind",
                        "%s is known in an allocation as %s"
                                .formatted(username, asOfficer ? "the officer" : "the member"),
                        "Send allocations.csv too, without it or with a last day."));
    }

    private static String target(AllocationLine line) {
        return "%s member %s group %s"
                .formatted(
                        line.username(), line.member().orElse(""), line.group().orElse(""));
    }

    private void fault(AllocationLine line, String column, String problem, String remedy) {
        faults.add(new ImportFault("allocations.csv", line.line(), column, problem, remedy));
    }
}
