package uk.concordat.eventsourcing.inbox;

import uk.concordat.eventsourcing.database.Transaction;

/** What a message brings about, in the transaction that also remembers that it has been taken in. */
@FunctionalInterface
public interface Effect {
    /** @throws NotYet if it builds on something that has not arrived: it is parked and tried again by itself */
    void apply(Transaction transaction, Message message);
}
