package uk.concordat.eventsourcing.store;

import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;

/**
 * A table for one question. A stream's row is a function of the stream's state alone, written in the transaction of the
 * append, so it can be made anew from the events at any time. A view has no other effect.
 */
public interface View<S> {

    ViewTable table();

    /** Adds to the round trip that the stream's rows are as this state makes them; only updates, never a query. */
    void show(RoundTrip roundTrip, Tenant tenant, UUID stream, S state, long version);
}
