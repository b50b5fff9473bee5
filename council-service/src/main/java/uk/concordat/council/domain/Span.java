package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;

/** From a day, up to and including another if that is known. */
public record Span(LocalDate from, Optional<LocalDate> to) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    boolean overlaps(Span other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    /** The days that both have, if there are any. */
    Optional<Span> common(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(from.isAfter(other.from) ? from : other.from, earlier(to, other.to)))
                : Optional.empty();
    }

    /** Those of its days that are before another, if there are any. */
    Optional<Span> before(LocalDate day) {
        return from.isBefore(day) ? common(new Span(from, Optional.of(day.minusDays(1)))) : Optional.empty();
    }

    private boolean endsBefore(Span other) {
        return to.filter(last -> last.isBefore(other.from)).isPresent();
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }
}
