package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.ImportReport.Lost;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.protocols.people.PersonId;

/**
 * A council's files beside what its directory has said. Under a directory that is the master a line says nothing of what
 * the directory feeds; and the files may name, as holders of posts, people who are known and of whom they do not speak.
 */
final class ProvisionedLines {

    private final ImportFiles sent;
    private final CouncilState state;

    private ProvisionedLines(ImportFiles sent, CouncilState state) {
        this.sent = sent;
        this.state = state;
    }

    /** The files as they count. */
    static ImportFiles counting(ImportFiles sent, CouncilState state) {
        return new ProvisionedLines(sent, state).counting();
    }

    private ImportFiles counting() {
        CouncilFiles files = sent.files();
        List<PersonLine> people = new ArrayList<>();
        files.people()
                .forEach(line -> people.add(
                        overruled(line).map(person -> line(line, person)).orElse(line)));
        List<HolderLine> holders = HoldersOfGroups.counting(sent, state);
        people.addAll(namedElsewhere(files, holders));
        return sent.with(new CouncilFiles(
                files.profile(),
                people,
                files.posts(),
                holders,
                files.deputies(),
                files.allocations(),
                files.composition()));
    }

    /** A person of whom the directory's word counts and not the line's. */
    private Optional<Person> overruled(PersonLine line) {
        return sent.master() == PeopleMaster.SCIM
                ? state.people().find(line.username()).filter(person -> isSpokenOf(person.id()))
                : Optional.empty();
    }

    private boolean isProvisioned(PersonId id) {
        return state.provisioning().find(id).isPresent();
    }

    /** Whom the directory has withdrawn are the files' again. */
    private boolean isSpokenOf(PersonId id) {
        return isProvisioned(id) && !state.provisioning().isWithdrawn(id);
    }

    private static PersonLine line(PersonLine line, Person known) {
        return new PersonLine(
                line.line(),
                line.username(),
                known.name(),
                line.kind(),
                line.group(),
                known.email(),
                known.from(),
                known.to(),
                line.employment(),
                line.appointedTo());
    }

    private List<PersonLine> namedElsewhere(CouncilFiles files, List<HolderLine> holders) {
        Set<String> there = files.people().stream().map(PersonLine::username).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        holders.stream().map(HolderLine::username).forEach(named::add);
        files.deputies().ifPresent(lines -> lines.forEach(line -> named.add(line.username())));
        files.allocations()
                .ifPresent(lines -> lines.forEach(line -> {
                    named.add(line.username());
                    line.member().ifPresent(named::add);
                }));
        named.removeAll(there);
        return named.stream()
                .sorted()
                .flatMap(username -> state.people().find(username).stream())
                .map(ProvisionedLines::asKnown)
                .toList();
    }

    private static PersonLine asKnown(Person person) {
        return new PersonLine(
                KnownTenures.LINE,
                person.username(),
                person.name(),
                person.kind(),
                person.group(),
                person.email(),
                person.from(),
                person.to(),
                person.employment(),
                person.appointedTo());
    }

    /** A line that differs in capitals alone would make a second person of somebody. */
    static List<ImportFault> faults(CouncilFiles files, CouncilState state) {
        return files.people().stream()
                .filter(line -> state.people().find(line.username()).isEmpty())
                .flatMap(line -> state.provisioning().named(line.username()).flatMap(state::person).stream()
                        .map(person -> new ImportFault(
                                "people.csv",
                                line.line(),
                                "username",
                                "%s is known as %s, which differs in capitals alone"
                                        .formatted(line.username(), person.username()),
                                "Write it as %s.".formatted(person.username()))))
                .toList();
    }

    /** Where the files are the master, whoever they name is theirs from then on. */
    static List<PersonProvisioned> claimed(ImportFiles sent, CouncilState state) {
        if (sent.master() == PeopleMaster.SCIM) {
            return List.of();
        }
        return sent.files().people().stream()
                .flatMap(line -> state.people().find(line.username()).stream())
                .flatMap(person -> state.provisioning().find(person.id()).stream())
                .filter(Provisioned::feeds)
                .map(known -> new PersonProvisioned(known.id(), known.entry(), false, known.withdrawn(), known.last()))
                .toList();
    }

    /** What the files said and the directory overruled. */
    static List<Lost> lost(ImportFiles sent, CouncilState state) {
        ProvisionedLines lines = new ProvisionedLines(sent, state);
        return sent.files().people().stream()
                .flatMap(line -> lines.overruled(line).stream().flatMap(person -> lost(line, person)))
                .toList();
    }

    private static Stream<Lost> lost(PersonLine line, Person person) {
        return Stream.of(
                        lost("name", line.name().equals(person.name()), line),
                        lost("email", line.email().equals(person.email()), line),
                        lost("from", line.from().equals(person.from()), line),
                        lost("to", line.to().equals(person.to()), line))
                .flatMap(Optional::stream);
    }

    private static Optional<Lost> lost(String field, boolean agrees, PersonLine line) {
        return agrees ? Optional.empty() : Optional.of(new Lost("person", line.username(), field));
    }
}
