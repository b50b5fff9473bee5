package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;

/** When the council's offices are closed, each closure under its first day. */
public record Closures(Map<LocalDate, Closure> byFirstDay) {

    public static final Closures NONE = new Closures(Map.of());

    public Closures {
        byFirstDay = Map.copyOf(byFirstDay);
    }

    public Optional<Closure> from(LocalDate day) {
        return Optional.ofNullable(byFirstDay.get(day));
    }

    /** By their first days. */
    public List<Closure> inForce() {
        return new TreeMap<>(byFirstDay)
                .values().stream().filter(Closure::isInForce).toList();
    }

    /** The days of all of them that are not in force for another reason already. */
    public Stream<Profile.ClosedDay> daysBeside(Profile profile) {
        return inForce().stream().flatMap(Closure::days).filter(day -> !profile.isClosedOn(day.day()));
    }

    boolean isAnyIn(LocalDate from, LocalDate to) {
        return inForce().stream().anyMatch(closure -> closure.meets(from, to));
    }

    Closures with(ClosureEvent event) {
        return switch (event) {
            case OfficesClosed closed -> with(Closure.of(closed));
            case ClosureShortened shortened ->
                from(shortened.from())
                        .map(closure -> with(closure.shortened(shortened)))
                        .orElse(this);
            case ClosureWithdrawn withdrawn ->
                from(withdrawn.from())
                        .map(closure -> with(closure.withdrawn(withdrawn)))
                        .orElse(this);
        };
    }

    private Closures with(Closure closure) {
        Map<LocalDate, Closure> all = new TreeMap<>(byFirstDay);
        all.put(closure.closed().from(), closure);
        return new Closures(all);
    }
}
