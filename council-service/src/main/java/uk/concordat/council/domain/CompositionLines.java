package uk.concordat.council.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.BodyLine;
import uk.concordat.council.domain.CompositionFiles.ElectionLine;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.council.domain.CompositionFiles.PartLine;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CompositionFiles.WardLine;
import uk.concordat.council.domain.CompositionFiles.WholeLine;

/**
 * Who makes up the council once its files are taken in: what they say, and what was known before and they do not speak
 * of.
 */
record CompositionLines(
        List<GroupLine> groups,
        List<PartLine> groupMembers,
        List<WardLine> wards,
        List<PartLine> wardMembers,
        List<BodyLine> bodies,
        List<PartLine> bodyMembers,
        List<ElectionLine> elections) {

    /**
     * @param files with all tenures of the files of members that were sent
     * @param before where it is said of what was known before that it no longer fits
     */
    static CompositionLines of(CompositionFiles files, CouncilState state, Place before) {
        Composition known = state.composition();
        KnownTenures tenures = new KnownTenures(state, before);
        return new CompositionLines(
                wholes(files.groups(), known.groups(), group -> line(group, before)),
                files.groupMembers().orElseGet(tenures::groupMembers),
                wholes(files.wards(), known.wards(), ward -> line(ward, before)),
                files.wardMembers().orElseGet(tenures::wardMembers),
                wholes(files.bodies(), known.bodies(), body -> line(body, before)),
                files.bodyMembers().orElseGet(tenures::bodyMembers),
                files.elections().orElse(List.of()));
    }

    private static <T, L extends WholeLine> List<L> wholes(
            Optional<List<L>> told, Known<T> known, Function<T, L> asLine) {
        Set<String> toldOf = keys(told.orElse(List.of()));
        return Stream.concat(
                        known.all().values().stream().map(asLine).filter(line -> !toldOf.contains(line.key())),
                        told.orElse(List.of()).stream())
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
}
