package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.Place;

/**
 * What it means for groups, wards and bodies that a person is another than before, as when they leave: whether all of it
 * still holds together, and what is to be told of it again.
 */
final class ChangedPerson {

    /** Nothing here is said by a file. */
    private static final Place BEFORE = new Place("council.csv", 1, true);

    private final CouncilState before;
    private final CouncilState after;
    private final Person person;
    private final ProvisioningSituation situation;

    ChangedPerson(CouncilState before, Person person, ProvisioningSituation situation) {
        this.before = before;
        this.after = before.with(person);
        this.person = person;
        this.situation = situation;
    }

    /** What is wrong now and was not before. */
    List<String> faults() {
        if (!isInAny()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>(faults(after));
        faults.removeAll(faults(before));
        return faults;
    }

    private List<String> faults(CouncilState state) {
        CompositionLines lines = lines(state);
        Rollcall people = Rollcall.known(state, BEFORE);
        GroupRules rules =
                new GroupRules(state.profile().map(Profile::protocols).orElse(List.of()), situation.groupTerms());
        return Stream.of(
                        GroupChecks.of(lines, people, rules, situation.today()),
                        WardChecks.of(lines, people),
                        BodyChecks.of(lines, people))
                .flatMap(List::stream)
                .map(ImportFault::problem)
                .toList();
    }

    /** A document that names people with their days is told again, whole. */
    List<CompositionEvent> events() {
        return isInAny() ? TakenComposition.events(lines(after), before, after.people()) : List.of();
    }

    private static CompositionLines lines(CouncilState state) {
        return CompositionLines.of(CompositionFiles.NONE, state, BEFORE);
    }

    /** Days count in groups alone, and most people are in none. */
    private boolean isInAny() {
        Composition composition = before.composition();
        Optional<String> shown = before.person(person.id()).flatMap(Person::group);
        return shown.isPresent()
                || composition
                        .memberships()
                        .find(person.id().value().toString())
                        .isPresent();
    }
}
