package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file of tenures comes to beside those that are known. A file may hold the present ones only, as most personnel
 * systems write them, so nothing goes for being left out: a known tenure stays as it is; it ends when the file names who
 * came after, if it had no last day and there is room for one alone; and only a line that says so takes it back.
 *
 * @param lines all tenures, the known ones first
 * @param leftOut those of them that are known, that the file does not speak of, and that go on as they were
 * @param ended those that end because others begin, each with its last day; and those that ended so for one that is taken
 *     back, which go on only if that is said
 * @param notKnown lines that take back what is not known, or is no more
 */
record Tenures<L extends TenureLine<L>>(List<L> lines, List<L> leftOut, List<L> ended, List<L> notKnown) {

    /** What helps where two are at one time and there is room for one; the other may be known, and in no file. */
    static final String APART =
            "Let one end before the other begins; one that was never so is taken back by yes in the column withdrawn.";

    /**
     * @param places where there may be room for one alone: only tenures that share a place are compared
     * @param givesWay whether a known tenure ends when one that was sent begins later, in a place of both
     */
    static <L extends TenureLine<L>> Tenures<L> of(
            List<L> known, List<L> sent, Function<L, List<?>> places, BiPredicate<L, L> givesWay) {
        Set<String> spokenOf = new HashSet<>();
        Map<Object, List<L>> byPlace = new HashMap<>();
        sent.forEach(line -> spokenOf.add(line.key()));
        sent.stream()
                .filter(line -> !line.withdrawn())
                .forEach(line -> places.apply(line)
                        .forEach(place -> byPlace.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(line)));
        List<L> lines = new ArrayList<>();
        List<L> leftOut = new ArrayList<>();
        List<L> ended = new ArrayList<>();
        List<L> takenBack = sent.stream().filter(TenureLine::withdrawn).toList();
        known.stream().filter(line -> !spokenOf.contains(line.key())).forEach(line -> {
            Optional<L> shorter = line.to().isPresent()
                    ? Optional.empty()
                    : places.apply(line).stream()
                            .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                            .filter(other -> other.from().isAfter(line.from()) && givesWay.test(line, other))
                            .map(TenureLine::from)
                            .min(Comparator.naturalOrder())
                            .map(next -> line.until(next.minusDays(1)));
            shorter.or(() -> Optional.of(line).filter(_ -> endedFor(line, takenBack, places, givesWay)))
                    .ifPresentOrElse(ended::add, () -> leftOut.add(line));
            lines.add(shorter.orElse(line));
        });
        sent.stream().filter(line -> !line.withdrawn()).forEach(lines::add);
        return new Tenures<>(lines, leftOut, ended, withdrawnInVain(known, sent));
    }

    /** Whether it ended on the day before one began that is taken back: whoever takes that back may mean it to go on. */
    private static <L extends TenureLine<L>> boolean endedFor(
            L known, List<L> takenBack, Function<L, List<?>> places, BiPredicate<L, L> givesWay) {
        return takenBack.stream()
                .anyMatch(line -> known.to()
                                .map(last -> last.plusDays(1))
                                .filter(line.from()::equals)
                                .isPresent()
                        && !Collections.disjoint(places.apply(known), places.apply(line))
                        && givesWay.test(known, line));
    }

    private static <L extends TenureLine<L>> List<L> withdrawnInVain(List<L> known, List<L> sent) {
        Set<String> keys = known.stream().map(TenureLine::key).collect(Collectors.toSet());
        return sent.stream()
                .filter(line -> line.withdrawn() && !keys.contains(line.key()))
                .toList();
    }

    /** Those that were left out and are not over on a day. */
    Stream<L> missing(LocalDate today) {
        return leftOut.stream()
                .filter(line -> line.to().filter(last -> last.isBefore(today)).isEmpty());
    }

    /** The things in the order in which they are known, where they are the same things: their order says nothing. */
    static <T> List<T> inKnownOrder(List<T> now, List<T> known) {
        return now.size() == known.size() && new HashSet<>(known).containsAll(now) ? known : now;
    }
}
