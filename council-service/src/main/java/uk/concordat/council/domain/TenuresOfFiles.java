package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.ImportReport.Ended;
import uk.concordat.council.domain.ImportReport.Named;

/** Who holds, stands in for, supports and belongs to what once a council's files are taken in; empty where no file says anything. */
record TenuresOfFiles(
        Tenures<HolderLine> holders,
        Optional<Tenures<DeputyLine>> deputies,
        Optional<Tenures<AllocationLine>> allocations,
        Optional<Tenures<PartLine>> groupMembers,
        Optional<Tenures<PartLine>> wardMembers,
        Optional<Tenures<PartLine>> bodyMembers) {

    static TenuresOfFiles of(ImportFiles sent, CouncilState state) {
        CouncilFiles files = sent.files();
        CompositionFiles composition = files.composition();
        KnownTenures known = new KnownTenures(state, Place.knownBefore(files));
        List<Post> posts = files.posts().stream()
                .map(PostLine::post)
                .distinct()
                .flatMap(key -> state.posts().find(key).stream())
                .toList();
        return new TenuresOfFiles(
                Tenures.of(
                        posts.stream()
                                .filter(post -> !sent.postsOfGroups().contains(post.key()))
                                .flatMap(known::holders)
                                .toList(),
                        files.holders(),
                        line -> List.of(line.post()),
                        (_, _) -> true),
                files.deputies()
                        .map(lines -> Tenures.of(
                                posts.stream().flatMap(known::deputies).toList(),
                                lines,
                                line -> List.of(line.post()),
                                (_, _) -> true)),
                files.allocations()
                        .map(lines -> Tenures.of(
                                allocated(files, lines, state)
                                        .flatMap(known::allocations)
                                        .toList(),
                                lines,
                                line -> List.of(line.tenure()),
                                (_, _) -> true)),
                composition
                        .groupMembers()
                        .map(lines -> Tenures.of(
                                known.groupMembers(),
                                lines,
                                TenuresOfFiles::placesInGroups,
                                TenuresOfFiles::givesWayInGroups)),
                composition
                        .wardMembers()
                        .map(lines -> Tenures.of(
                                known.wardMembers(), lines, line -> List.of(line.username()), (_, _) -> true)),
                composition
                        .bodyMembers()
                        .map(lines -> Tenures.of(
                                known.bodyMembers(),
                                lines,
                                line -> List.of(line.of()),
                                (before, after) -> before.username().equals(after.username())
                                        || isBoth(Body.CHAIR, before, after))));
    }

    /** The people whom these files record, of whom all allocations are told at once. */
    private static Stream<Person> allocated(CouncilFiles files, List<AllocationLine> lines, CouncilState state) {
        return Stream.concat(
                        files.people().stream().map(PersonLine::username),
                        lines.stream().map(AllocationLine::username))
                .distinct()
                .flatMap(username -> state.people().find(username).stream());
    }

    private static List<String> placesInGroups(PartLine line) {
        return List.of("of " + line.of(), "person " + line.username(), "part " + line.part());
    }

    /** A person is in one group at a time and has parts in that alone; a group has one leader, and the opposition too. */
    private static boolean givesWayInGroups(PartLine before, PartLine after) {
        boolean isPersonal =
                before.username().equals(after.username()) && after.part().equals(GroupMembership.MEMBER);
        return isPersonal
                        && (before.part().equals(GroupMembership.MEMBER)
                                || !before.of().equals(after.of()))
                || isBoth(GroupMembership.LEADER, before, after) && before.of().equals(after.of())
                || isBoth(GroupMembership.LEADER_OF_THE_OPPOSITION, before, after);
    }

    private static boolean isBoth(String part, PartLine before, PartLine after) {
        return before.part().equals(part) && after.part().equals(part);
    }

    /** The files with all tenures, as if they had been sent. */
    CouncilFiles in(CouncilFiles files) {
        CompositionFiles composition = files.composition();
        return new CouncilFiles(
                files.profile(),
                files.people(),
                files.posts(),
                holders.lines(),
                deputies.map(Tenures::lines),
                allocations.map(Tenures::lines),
                new CompositionFiles(
                        composition.groups(),
                        groupMembers.map(Tenures::lines),
                        composition.wards(),
                        wardMembers.map(Tenures::lines),
                        composition.bodies(),
                        bodyMembers.map(Tenures::lines),
                        composition.elections()));
    }

    /** @param gone those who have left the council, whose tenures have ended with that */
    Stream<Named> missing(LocalDate today, Set<String> gone) {
        return told(tenures -> tenures.missing(today).filter(line -> !gone.contains(line.username())))
                .map(told -> new Named(told.kind(), told.line().key()));
    }

    Stream<Ended> ended() {
        return told(tenures -> tenures.ended().stream())
                .flatMap(
                        told -> told
                                .line()
                                .to()
                                .map(last -> new Ended(told.kind(), told.line().key(), last))
                                .stream());
    }

    Stream<Named> notKnown() {
        return told(tenures -> tenures.notKnown().stream())
                .map(told -> new Named(told.kind(), told.line().key()));
    }

    private record Told(String kind, TenureLine<?> line) {}

    private Stream<Told> told(Function<Tenures<?>, Stream<? extends TenureLine<?>>> which) {
        return Stream.of(
                        of("holder", Optional.of(holders), which),
                        of("deputy", deputies, which),
                        of("allocation", allocations, which),
                        of("group-member", groupMembers, which),
                        of("ward-member", wardMembers, which),
                        of("body-member", bodyMembers, which))
                .flatMap(Function.identity());
    }

    private static Stream<Told> of(
            String kind,
            Optional<? extends Tenures<?>> tenures,
            Function<Tenures<?>, Stream<? extends TenureLine<?>>> which) {
        return tenures.stream().flatMap(which).map(line -> new Told(kind, line));
    }
}
