package uk.concordat.council.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.ImportReport.Lost;

/**
 * A council's files, written for people whom its directory may have called otherwise since: by another name, or in other
 * letters. They are the same people, and keep the names by which they sign in.
 */
final class UsernamesOfToday {

    private final CouncilState state;
    private final Map<String, PersonLine> people;

    private UsernamesOfToday(CouncilFiles files, CouncilState state) {
        this.state = state;
        this.people = files.people().stream()
                .collect(Collectors.toMap(PersonLine::username, Function.identity(), (first, _) -> first));
    }

    /** The files with the usernames that people have today. */
    static ImportFiles in(ImportFiles sent, CouncilState state) {
        CouncilFiles files = sent.files();
        UsernamesOfToday today = new UsernamesOfToday(files, state);
        return sent.with(new CouncilFiles(
                files.profile(),
                lines(files.people(), line -> line.called(today.of(line.username()))),
                files.posts(),
                lines(files.holders(), line -> line.called(today.of(line.username()))),
                files.deputies().map(lines -> lines(lines, line -> line.called(today.of(line.username())))),
                files.allocations()
                        .map(lines -> lines(
                                lines,
                                line -> line.called(
                                        today.of(line.username()), line.member().map(today::of)))),
                today.of(files.composition())));
    }

    /** The names of lines whose people have others. */
    static List<Lost> lost(ImportFiles sent, CouncilState state) {
        UsernamesOfToday today = new UsernamesOfToday(sent.files(), state);
        return sent.files().people().stream()
                .map(PersonLine::username)
                .filter(written -> !today.of(written).equalsIgnoreCase(written))
                .map(written -> new Lost("person", written, "username"))
                .toList();
    }

    private CompositionFiles of(CompositionFiles files) {
        return new CompositionFiles(
                files.groups(),
                files.groupMembers().map(this::parts),
                files.wards(),
                files.wardMembers().map(this::parts),
                files.bodies(),
                files.bodyMembers().map(this::parts),
                files.elections());
    }

    private List<PartLine> parts(List<PartLine> lines) {
        return lines(lines, line -> line.called(of(line.username())));
    }

    private static <T> List<T> lines(List<T> lines, Function<T, T> change) {
        return lines.stream().map(change).toList();
    }

    private String of(String written) {
        return state.people().find(written).isPresent()
                ? written
                : inOtherLetters(written)
                        .or(() -> formerly(written))
                        .map(Person::username)
                        .orElse(written);
    }

    /** Directories do not tell Ida from ida. */
    private Optional<Person> inOtherLetters(String written) {
        return state.provisioning()
                .named(written)
                .filter(id -> state.provisioning().find(id).isPresent())
                .flatMap(state::person);
    }

    /** Somebody else has the name by now where the files have whoever had it too, or they had gone before. */
    private Optional<Person> formerly(String written) {
        return state.provisioning()
                .formerlyNamed(written)
                .flatMap(state::person)
                .filter(person -> !people.containsKey(person.username()))
                .filter(person -> Optional.ofNullable(people.get(written))
                        .filter(line -> person.to()
                                .filter(last -> last.isBefore(line.from()))
                                .isPresent())
                        .isEmpty());
    }
}
