package uk.concordat.notification.application;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import uk.concordat.eventsourcing.database.Tenant;

/** Gives each council its turn: one that was not come to in time is the first the next time, so that none is kept waiting for ever. */
public final class InTurn {

    private int next;

    /** @return whether all had their turn before it was to stop */
    public boolean each(List<Tenant> councils, BooleanSupplier mayGoOn, Consumer<Tenant> turn) {
        for (int had = 0; had < councils.size(); had++) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            next = next % councils.size();
            turn.accept(councils.get(next++));
        }
        return true;
    }
}
