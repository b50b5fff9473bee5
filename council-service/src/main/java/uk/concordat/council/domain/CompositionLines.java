package uk.concordat.council.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionFiles.BodyLine;
import uk.concordat.council.domain.CompositionFiles.ElectionLine;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CompositionFiles.WardLine;
import uk.concordat.council.domain.CompositionFiles.WholeLine;
import uk.concordat.protocols.people.PersonId;

/**
 * Who makes up the council once its files are taken in: what they say, and what was known before and they do not speak
 * of. A file of members says all of each group, ward or body that it or the file beside it names.
 */
record CompositionLines(
        List<GroupLine> groups,
        List<PartLine> groupMembers,
        List<WardLine> wards,
        List<PartLine> wardMembers,
        List<BodyLine> bodies,
        List<PartLine> bodyMembers,
        List<ElectionLine> elections) {

    /** @param before where it is said of what was known before that it no longer fits */
    static CompositionLines of(CompositionFiles files, CouncilState state, Place before) {
        Composition known = state.composition();
        Usernames usernames = Usernames.of(state);
        return new CompositionLines(
                wholes(files.groups(), known.groups(), group -> line(group, before)),
                parts(files.groups(), files.groupMembers(), groupMembers(known, usernames, before)),
                wholes(files.wards(), known.wards(), ward -> line(ward, before)),
                parts(files.wards(), files.wardMembers(), wardMembers(known, usernames, before)),
                wholes(files.bodies(), known.bodies(), body -> line(body, before)),
                parts(files.bodies(), files.bodyMembers(), bodyMembers(known, usernames, before)),
                files.elections().orElse(List.of()));
    }

    private record Usernames(Map<PersonId, String> byId) {

        static Usernames of(CouncilState state) {
            return new Usernames(
                    state.people().all().values().stream().collect(Collectors.toMap(Person::id, Person::username)));
        }

        String of(PersonId person) {
            return Optional.ofNullable(byId.get(person))
                    .orElseThrow(() -> new IllegalStateException(person + " has a part and is not known"));
        }
    }

    private static <T, L extends WholeLine> List<L> wholes(
            Optional<List<L>> told, Known<T> known, Function<T, L> asLine) {
        Set<String> toldOf = keys(told.orElse(List.of()));
        return Stream.concat(
                        known.all().values().stream().map(asLine).filter(line -> !toldOf.contains(line.key())),
                        told.orElse(List.of()).stream())
                .toList();
    }

    private static List<PartLine> parts(
            Optional<? extends List<? extends WholeLine>> wholes,
            Optional<List<PartLine>> told,
            Stream<PartLine> known) {
        if (told.isEmpty()) {
            return known.toList();
        }
        Set<String> toldOf = new HashSet<>();
        wholes.ifPresent(lines -> toldOf.addAll(keys(lines)));
        told.get().forEach(line -> toldOf.add(line.of()));
        return Stream.concat(known.filter(line -> !toldOf.contains(line.of())), told.get().stream())
                .toList();
    }

    private static Set<String> keys(Collection<? extends WholeLine> lines) {
        return lines.stream().map(WholeLine::key).collect(Collectors.toSet());
    }

    private static GroupLine line(Group group, Place before) {
        return new GroupLine(
                before, group.key(), group.name(), group.told(), group.administration(), group.from(), group.to());
    }

    private static WardLine line(Ward ward, Place before) {
        return new WardLine(before, ward.key(), ward.name(), ward.from(), ward.to());
    }

    private static BodyLine line(Body body, Place before) {
        return new BodyLine(before, body.key(), body.name(), body.kind(), body.from(), body.to());
    }

    private static Stream<PartLine> groupMembers(Composition known, Usernames usernames, Place before) {
        return known.memberships().all().values().stream()
                .flatMap((GroupMembershipsRecorded of) -> of.memberships().stream()
                        .map(membership -> new PartLine(
                                before,
                                membership.group(),
                                usernames.of(of.person()),
                                membership.part(),
                                membership.from(),
                                membership.to())));
    }

    private static Stream<PartLine> wardMembers(Composition known, Usernames usernames, Place before) {
        return known.wards().all().values().stream()
                .flatMap(ward -> ward.members().stream()
                        .map(member -> new PartLine(
                                before,
                                ward.key(),
                                usernames.of(member.person()),
                                GroupMembership.MEMBER,
                                member.from(),
                                member.to())));
    }

    private static Stream<PartLine> bodyMembers(Composition known, Usernames usernames, Place before) {
        return known.bodies().all().values().stream()
                .flatMap(body -> body.seats().stream()
                        .map(seat -> new PartLine(
                                before, body.key(), usernames.of(seat.person()), seat.part(), seat.from(), seat.to())));
    }
}
