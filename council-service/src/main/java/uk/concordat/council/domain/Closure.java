package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;

/** The last closure from a day, and its withdrawal if it has been withdrawn since. */
public record Closure(OfficesClosed closed, Optional<ClosureWithdrawn> withdrawn) {

    public boolean isInForce() {
        return withdrawn.isEmpty();
    }

    boolean meets(LocalDate from, LocalDate to) {
        return !closed.from().isAfter(to) && !closed.to().isBefore(from);
    }

    /** Each of its days; a proof says of them that they are the council's own and no bank holiday. */
    Stream<Profile.ClosedDay> days() {
        return closed.from()
                .datesUntil(closed.to().plusDays(1))
                .map(day -> new Profile.ClosedDay(
                        day, closed.why() + " (local: the council's own closure)", closed.source()));
    }
}
