package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.people.PersonId;

/** A group with everybody who has had a part in it, whichever file said so. */
public record WholeGroup(Group group, List<Part> parts) {

    private static final Comparator<Part> IN_ORDER = Comparator.comparing(Part::from)
            .thenComparing(part -> part.person().value())
            .thenComparing(Part::part);

    public WholeGroup {
        parts = parts.stream().sorted(IN_ORDER).toList();
    }

    /** Who had which part, and when. */
    public record Part(PersonId person, String part, LocalDate from, Optional<LocalDate> to) {}

    /** A person of whom nothing dated is known is in the group that they are shown with for all their time in office. */
    static WholeGroup of(Group group, Composition composition, Known<Person> people) {
        Stream<Part> dated = composition.memberships().all().values().stream()
                .flatMap(of -> of.memberships().stream()
                        .filter(membership -> membership.group().equals(group.key()))
                        .map(membership ->
                                new Part(of.person(), membership.part(), membership.from(), membership.to())));
        Stream<Part> shown = people.all().values().stream()
                .filter(person -> !composition.isDatedMember(person.id()))
                .flatMap(person -> shownWith(group.key(), person)
                        .map(days -> new Part(person.id(), GroupMembership.MEMBER, days.from(), days.to())));
        return new WholeGroup(group, Stream.concat(dated, shown).toList());
    }

    private static Stream<Span> shownWith(String group, Person person) {
        return Stream.concat(
                person.earlierGroups().stream()
                        .filter(earlier -> earlier.group().equals(group))
                        .map(Person.EarlierGroup::days),
                person.group().filter(group::equals).map(_ -> new Span(person.from(), person.to())).stream());
    }
}
