package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;

/** The last proclamation of a day, and its withdrawal if it has been withdrawn since. */
public record Proclamation(NonWorkingDayProclaimed proclaimed, Optional<NonWorkingDayWithdrawn> withdrawn) {

    static Proclamation of(NonWorkingDayProclaimed proclaimed) {
        return new Proclamation(proclaimed, Optional.empty());
    }

    Proclamation withdrawn(NonWorkingDayWithdrawn withdrawal) {
        return new Proclamation(proclaimed, Optional.of(withdrawal));
    }

    public boolean isInForce() {
        return withdrawn.isEmpty();
    }
}
