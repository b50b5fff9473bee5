package uk.concordat.kit.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.concordat.protocols.people.PersonId;

/**
 * Who makes up a council on a day: its groups, wards and bodies, and its elections. Whoever has left the council has left
 * all of these, and what does not exist on a day has nobody. Immutable.
 */
public final class Composition {

    /** Retiring councillors leave, and the elected come, on the fourth day after the poll (Local Government Act 1972, s 7). */
    private static final int LAST_DAY_AFTER_THE_POLL = 4;

    private final CompositionDocuments documents;
    private final People people;

    Composition(CompositionDocuments documents, People people) {
        this.documents = documents;
        this.people = people;
    }

    /** Whether the council has ever said which groups it has. */
    public boolean knowsGroups() {
        return !documents.groups().isEmpty();
    }

    /** The groups that exist on a day. */
    public List<GroupDocument> groups(LocalDate day) {
        return on(documents.groups(), GroupDocument::key, day);
    }

    public List<WardDocument> wards(LocalDate day) {
        return on(documents.wards(), WardDocument::key, day);
    }

    public List<BodyDocument> bodies(LocalDate day) {
        return on(documents.bodies(), BodyDocument::key, day);
    }

    /** All that are known, by their day. */
    public List<ElectionDocument> elections() {
        return documents.elections().stream()
                .filter(election -> !election.isWithdrawn())
                .sorted(Comparator.comparing(ElectionDocument::day).thenComparing(ElectionDocument::key))
                .toList();
    }

    private static <T extends Dated> List<T> on(Collection<T> all, Function<T, String> key, LocalDate day) {
        return all.stream()
                .filter(one -> one.on(day))
                .sorted(Comparator.comparing(key))
                .toList();
    }

    /** The group that a person is in. */
    public Optional<GroupDocument> groupOf(PersonId person, LocalDate day) {
        return groups(day).stream()
                .filter(group -> members(group, day).contains(person))
                .findFirst();
    }

    public List<PersonId> members(GroupDocument group, LocalDate day) {
        return having(group, GroupPart.MEMBER, day);
    }

    /** Of its members those whom "councillor" means; they make the group, and its size (HAR-04, HAR-08). */
    public List<PersonId> councillors(GroupDocument group, LocalDate day) {
        return members(group, day).stream()
                .filter(member -> known(member.value())
                        .filter(person -> person.kindOn(day).isCouncillor())
                        .isPresent())
                .toList();
    }

    public Optional<PersonId> leaderOf(GroupDocument group, LocalDate day) {
        return having(group, GroupPart.LEADER, day).stream().findFirst();
    }

    public List<PersonId> whips(GroupDocument group, LocalDate day) {
        return having(group, GroupPart.WHIP, day);
    }

    /** Who has a part in a group. */
    List<PersonId> having(GroupDocument group, GroupPart part, LocalDate day) {
        return group.on(day)
                ? inOffice(
                        group.parts().stream().filter(other -> other.part() == part && other.on(day)),
                        GroupDocument.Part::person,
                        day)
                : List.of();
    }

    /** Who stands for a ward; nobody while it is vacant. */
    public List<PersonId> membersOf(WardDocument ward, LocalDate day) {
        return ward.on(day)
                ? inOffice(ward.members().stream().filter(member -> member.on(day)), WardDocument.Member::person, day)
                : List.of();
    }

    public Optional<WardDocument> ward(String key, LocalDate day) {
        return wards(day).stream().filter(ward -> ward.key().equals(key)).findFirst();
    }

    public Optional<GroupDocument> group(String key, LocalDate day) {
        return groups(day).stream().filter(group -> group.key().equals(key)).findFirst();
    }

    public Optional<BodyDocument> body(String key, LocalDate day) {
        return bodies(day).stream().filter(body -> body.key().equals(key)).findFirst();
    }

    /** Who sits on a body, and as what. */
    public List<BodyDocument.Seat> seats(BodyDocument body, LocalDate day) {
        return body.seats().stream()
                .filter(seat -> body.on(day) && seat.on(day) && servesSince(seat.from(), seat.person(), day))
                .toList();
    }

    /** The bodies that a person sits on, as whatever it is. */
    public List<BodyDocument> bodiesOf(PersonId person, LocalDate day) {
        return bodies(day).stream().filter(body -> sitsOn(body, person, day)).toList();
    }

    public Optional<PersonId> chairOf(BodyDocument body, LocalDate day) {
        return seats(body, day).stream()
                .filter(seat -> seat.part() == BodyPart.CHAIR)
                .map(seat -> new PersonId(seat.person()))
                .findFirst();
    }

    /**
     * Whether a person is entitled to a body's documents as an elected member is: those who were not elected are, by their
     * appointment and for as long as they sit there (COL-42); a seat that no appointment of theirs names entitles to
     * nothing. Whether a member has a need to know is another question.
     */
    public boolean mayAskFor(BodyDocument body, PersonId person, LocalDate day) {
        return known(person.value())
                .filter(found -> found.on(day))
                .map(found -> found.asOf(day))
                .filter(found -> found.kind() == PersonKind.MEMBER
                        || found.kind().isMember() && found.isAppointedTo(body) && sitsOn(body, person, day))
                .isPresent();
    }

    private boolean sitsOn(BodyDocument body, PersonId person, LocalDate day) {
        return seats(body, day).stream().anyMatch(seat -> seat.person().equals(person.value()));
    }

    /** The election in whose pre-election period a day lies; the nearest, where there are several. */
    public Optional<ElectionDocument> preElectionPeriod(LocalDate day) {
        return elections().stream()
                .filter(election -> election.isPrecededOn(day))
                .findFirst();
    }

    /**
     * The elected members who leave office with an election: whose last day is the day of the poll or one of the four
     * after it, since councils write down either the poll or the day of the law.
     */
    public List<PersonDocument> leavingWith(ElectionDocument election) {
        LocalDate last = election.day().plusDays(LAST_DAY_AFTER_THE_POLL);
        return people.elected()
                .filter(person -> person.offices()
                        .flatMap(span -> span.to().stream())
                        .filter(to -> !to.isBefore(election.day()) && !to.isAfter(last))
                        // Who never came into office has a last day before their first; and who is co-opted was not
                        // elected.
                        .anyMatch(to -> person.on(to) && person.kindOn(to) == PersonKind.MEMBER))
                .sorted(Comparator.comparing(PersonDocument::username))
                .toList();
    }

    private <T extends Dated> List<PersonId> inOffice(Stream<T> parts, Function<T, UUID> of, LocalDate day) {
        return parts.filter(part -> servesSince(part.from(), of.apply(part), day))
                .map(of)
                .distinct()
                .map(PersonId::new)
                .toList();
    }

    private boolean servesSince(LocalDate first, UUID person, LocalDate day) {
        return known(person).filter(found -> found.servesSince(first, day)).isPresent();
    }

    private Optional<PersonDocument> known(UUID person) {
        return people.find(person);
    }
}
