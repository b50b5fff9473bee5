package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.eventsourcing.decider.Decision;

/** What a council's files change: only what differs from what is known becomes an event. */
final class TakenFiles {

    private TakenFiles() {}

    static Decision<CouncilEvent, ImportRefusal> decide(ImportFiles written, CouncilState state) {
        ImportFiles sent = UsernamesOfToday.in(written, state);
        ImportFiles command = counting(sent, state);
        Place before = Place.knownBefore(command.files());
        CompositionLines composition = CompositionLines.of(command.files().composition(), state, before);
        List<ImportFault> faults = new ArrayList<>(FileChecks.of(command, state));
        faults.addAll(ProvisionedLines.faults(command.files(), state));
        faults.addAll(EndedKeys.faults(command.files(), state));
        Set<String> standing = standing(command, state, before);
        compositionFaults(command, composition, state, before).stream()
                .filter(fault -> !standing.contains(Place.problem(fault)))
                .forEach(faults::add);
        PastProtocols.changed(
                        state.profile().map(Profile::protocols).orElse(List.of()),
                        protocols(command.files().profile(), state),
                        command.today())
                .map(_ -> PastProtocols.fault(command.files().profile()))
                .ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return Decision.refuse(new ImportRefusal(faults.stream()
                    .map(fault -> fault.line() == KnownTenures.LINE
                            ? before.fault(fault.column(), fault.problem(), fault.remedy())
                            : fault)
                    .toList()));
        }
        List<CouncilEvent> events = new ArrayList<>();
        Profile profile = profile(command.files().profile(), state);
        if (!state.knows(profile)) {
            events.add(new ProfileRecorded(profile, Optional.of(command.today())));
        }
        TakenPeople taken = new TakenPeople(command, state);
        Known<Person> people = state.people();
        for (PersonLine line : command.files().people()) {
            Person person = taken.person(line);
            people = people.with(person.username(), person);
            if (!state.knows(person)) {
                events.add(PersonRecorded.of(person));
            }
        }
        events.addAll(ProvisionedLines.claimed(sent, state));
        for (PostLine line : command.files().posts()) {
            Post post = taken.post(line);
            if (!state.knows(post)) {
                events.add(new PostRecorded(post));
            }
        }
        events.addAll(TakenComposition.events(composition, state, people));
        return new Decision.Accepted<>(events);
    }

    /**
     * What does not hold together any more, though no file has made it so: the days have, as when the last but one of a
     * group has left. A file is not refused for what it finds.
     */
    static List<ImportFault> standing(ImportFiles sent, CouncilState state) {
        ImportFiles command = counting(sent, state);
        Place before = Place.knownBefore(command.files());
        Set<String> standing = standing(command, state, before);
        return compositionFaults(
                        command, CompositionLines.of(command.files().composition(), state, before), state, before)
                .stream()
                .filter(fault -> standing.contains(Place.problem(fault)))
                .toList();
    }

    private static Set<String> standing(ImportFiles command, CouncilState state, Place before) {
        GroupRules rules =
                new GroupRules(state.profile().map(Profile::protocols).orElse(List.of()), command.groupTerms());
        return compositionFaults(
                        CompositionLines.of(CompositionFiles.NONE, state, before),
                        Rollcall.known(state, before),
                        rules,
                        command.today())
                .stream()
                .map(Place::problem)
                .collect(Collectors.toSet());
    }

    private static ImportFiles counting(ImportFiles sent, CouncilState state) {
        return ProvisionedLines.counting(
                sent.with(TenuresOfFiles.of(sent, state).in(sent.files())), state);
    }

    private static List<ImportFault> compositionFaults(
            ImportFiles command, CompositionLines lines, CouncilState state, Place before) {
        Rollcall people = Rollcall.of(command.files(), state, before, command.today());
        GroupRules rules =
                new GroupRules(profile(command.files().profile(), state).protocols(), command.groupTerms());
        return compositionFaults(lines, people, rules, command.today());
    }

    private static List<ImportFault> compositionFaults(
            CompositionLines lines, Rollcall people, GroupRules rules, LocalDate today) {
        return Stream.of(
                        GroupChecks.of(lines, people, rules, today),
                        WardChecks.of(lines, people),
                        BodyChecks.of(lines, people),
                        ElectionChecks.of(lines))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The files say nothing of the council's own non-working days, so those that are known stay. Days are counted in the
     * council's zone: in another one there is another calendar.
     */
    private static Profile profile(CouncilFiles.ProfileLine line, CouncilState state) {
        return new Profile(
                line.key(),
                line.name(),
                line.reference(),
                line.zone(),
                protocols(line, state),
                state.profile()
                        .map(known -> known.zone().equals(line.zone())
                                ? known.calendarVersion()
                                : known.nextCalendarVersion())
                        .orElse("1"),
                state.profile().map(Profile::closedDays).orElse(List.of()),
                state.settings().isOfOfficers() ? known(state) : line.settings());
    }

    /** What officers have set since stands; what the files once said is left as it was. */
    private static LocalSettings known(CouncilState state) {
        return state.profile().map(Profile::settings).orElse(LocalSettings.NONE);
    }

    /** A file names one pack or none; those that were adopted before it stay known, and what officers have said of days up to its first. */
    private static List<Profile.Adopted> protocols(CouncilFiles.ProfileLine line, CouncilState state) {
        List<Profile.Adopted> known = state.profile().map(Profile::protocols).orElse(List.of());
        return line.pack()
                .filter(_ -> !state.adoptions().ruleOn(line.from()))
                .map(pack -> Profile.adopting(known, new Profile.Adopted(pack, line.from())))
                .orElse(known);
    }
}
