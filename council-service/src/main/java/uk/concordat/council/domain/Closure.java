package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;

/**
 * The last closure from a day, and what has become of it.
 *
 * @param shortened the last time that it was
 */
public record Closure(
        OfficesClosed closed, Optional<ClosureShortened> shortened, Optional<ClosureWithdrawn> withdrawn) {

    static Closure of(OfficesClosed closed) {
        return new Closure(closed, Optional.empty(), Optional.empty());
    }

    Closure shortened(ClosureShortened event) {
        return new Closure(closed, Optional.of(event), withdrawn);
    }

    Closure withdrawn(ClosureWithdrawn event) {
        return new Closure(closed, shortened, Optional.of(event));
    }

    public boolean isInForce() {
        return withdrawn.isEmpty();
    }

    /** The last day, as it is now. */
    public LocalDate to() {
        return shortened.map(ClosureShortened::to).orElse(closed.to());
    }

    boolean meets(LocalDate from, LocalDate to) {
        return !closed.from().isAfter(to) && !to().isBefore(from);
    }

    /** Each of its days; a proof says of them that they are the council's own and no bank holiday. */
    Stream<Profile.ClosedDay> days() {
        return closed.from()
                .datesUntil(to().plusDays(1))
                .map(day -> new Profile.ClosedDay(
                        day, closed.why() + " (local: the council's own closure)", closed.source()));
    }
}
