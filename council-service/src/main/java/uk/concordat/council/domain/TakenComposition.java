package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.CompositionFiles.BodyLine;
import uk.concordat.council.domain.CompositionFiles.ElectionLine;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.WardLine;
import uk.concordat.protocols.people.PersonId;

/** What sound lines change in who makes up a council: only what differs from what is known becomes an event. */
final class TakenComposition {

    private static final Comparator<GroupMembership> IN_ORDER = Comparator.comparing(GroupMembership::from)
            .thenComparing(GroupMembership::group)
            .thenComparing(GroupMembership::part);

    private final CompositionLines lines;
    private final Composition known;
    private final Known<Person> people;

    private TakenComposition(CompositionLines lines, Composition known, Known<Person> people) {
        this.lines = lines;
        this.known = known;
        this.people = people;
    }

    /**
     * @param before what is known
     * @param people once the files are taken in
     */
    static List<CompositionEvent> events(CompositionLines lines, CouncilState before, Known<Person> people) {
        TakenComposition taken = new TakenComposition(lines, before.composition(), people);
        List<CompositionEvent> events = new ArrayList<>(taken.memberships());
        events.addAll(taken.groups(before, events));
        events.addAll(taken.wards());
        events.addAll(taken.bodies());
        events.addAll(taken.elections());
        return events;
    }

    private List<GroupMembershipsRecorded> memberships() {
        Map<PersonId, List<GroupMembership>> now = new HashMap<>();
        known.memberships().all().values().forEach(of -> now.put(of.person(), List.of()));
        lines.groupMembers().stream()
                .collect(Collectors.groupingBy(PartLine::username))
                .forEach((username, parts) -> now.put(
                        id(username),
                        parts.stream()
                                .map(part -> new GroupMembership(part.of(), part.part(), part.from(), part.to()))
                                .sorted(IN_ORDER)
                                .toList()));
        return now.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .map(entry -> new GroupMembershipsRecorded(entry.getKey(), entry.getValue()))
                .filter(of -> isNew(known.memberships(), of.person().value().toString(), of))
                .toList();
    }

    /** Those that differ, and those in which others are than before: their documents are whole, with their members. */
    private List<GroupRecorded> groups(CouncilState before, List<CompositionEvent> memberships) {
        Composition with = known;
        for (CompositionEvent event : memberships) {
            with = with.with(event);
        }
        List<GroupRecorded> events = new ArrayList<>();
        for (GroupLine line : lines.groups()) {
            Group group =
                    new Group(line.key(), line.name(), line.told(), line.administration(), line.from(), line.to());
            if (!before.wholeGroup(group.key()).equals(Optional.of(WholeGroup.of(group, with, people)))) {
                events.add(new GroupRecorded(group));
            }
        }
        return events;
    }

    private List<WardRecorded> wards() {
        Map<String, List<PartLine>> members = lines.wardMembers().stream().collect(Collectors.groupingBy(PartLine::of));
        return lines.wards().stream()
                .map(line -> ward(line, members.getOrDefault(line.key(), List.of())))
                .filter(ward -> isNew(known.wards(), ward.key(), ward))
                .map(WardRecorded::new)
                .toList();
    }

    private Ward ward(WardLine line, List<PartLine> members) {
        return new Ward(
                line.key(),
                line.name(),
                Tenures.inKnownOrder(
                        members.stream()
                                .map(member -> new Ward.Member(id(member.username()), member.from(), member.to()))
                                .toList(),
                        known.wards().find(line.key()).map(Ward::members).orElse(List.of())),
                line.from(),
                line.to());
    }

    private List<BodyRecorded> bodies() {
        Map<String, List<PartLine>> seats = lines.bodyMembers().stream().collect(Collectors.groupingBy(PartLine::of));
        return lines.bodies().stream()
                .map(line -> body(line, seats.getOrDefault(line.key(), List.of())))
                .filter(body -> isNew(known.bodies(), body.key(), body))
                .map(BodyRecorded::new)
                .toList();
    }

    private Body body(BodyLine line, List<PartLine> seats) {
        return new Body(
                line.key(),
                line.name(),
                line.kind(),
                Tenures.inKnownOrder(
                        seats.stream()
                                .map(seat -> new Body.Seat(id(seat.username()), seat.part(), seat.from(), seat.to()))
                                .toList(),
                        known.bodies().find(line.key()).map(Body::seats).orElse(List.of())),
                line.from(),
                line.to());
    }

    private List<ElectionRecorded> elections() {
        return lines.elections().stream()
                .filter(line ->
                        !line.withdrawn() || known.elections().find(line.key()).isPresent())
                .map(TakenComposition::election)
                .filter(election -> isNew(known.elections(), election.key(), election))
                .map(ElectionRecorded::new)
                .toList();
    }

    private static Election election(ElectionLine line) {
        return new Election(
                line.key(),
                line.name(),
                line.day(),
                line.preElectionFrom(),
                line.preElectionTo(),
                Optional.of(true).filter(_ -> line.withdrawn()));
    }

    private static <T> boolean isNew(Known<T> known, String key, T thing) {
        return known.find(key).filter(thing::equals).isEmpty();
    }

    private PersonId id(String username) {
        return people.find(username).map(Person::id).orElseThrow();
    }
}
