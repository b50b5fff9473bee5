package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CompositionFiles.WholeLine;

/**
 * Whether a key that something had until it ended is given to what begins later. Its days are asked for by its key, and
 * would be lost to the other.
 */
final class EndedKeys {

    private EndedKeys() {}

    static List<ImportFault> faults(CouncilFiles files, CouncilState state) {
        CompositionFiles composition = files.composition();
        Composition known = state.composition();
        return Stream.of(
                        files.posts().stream()
                                .flatMap(line -> fault(
                                        new Place("posts.csv", line.line()),
                                        "post " + line.post(),
                                        line.from(),
                                        state.posts().find(line.post()).flatMap(Post::to))),
                        wholes(
                                "group",
                                composition.groups(),
                                key -> known.groups().find(key).flatMap(Group::to)),
                        wholes(
                                "ward",
                                composition.wards(),
                                key -> known.wards().find(key).flatMap(Ward::to)),
                        wholes(
                                "body",
                                composition.bodies(),
                                key -> known.bodies().find(key).flatMap(Body::to)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<ImportFault> wholes(
            String what,
            Optional<? extends List<? extends WholeLine>> lines,
            Function<String, Optional<LocalDate>> ended) {
        return lines.stream()
                .flatMap(List::stream)
                .flatMap(line -> fault(line.at(), what + " " + line.key(), line.from(), ended.apply(line.key())));
    }

    private static Stream<ImportFault> fault(Place at, String what, LocalDate from, Optional<LocalDate> ended) {
        return ended.filter(from::isAfter).stream()
                .map(last -> at.fault(
                        "from",
                        "the %s ended on %s".formatted(what, last),
                        "Give what is set up later a key of its own: who was what in the one that ended stays known."));
    }
}
