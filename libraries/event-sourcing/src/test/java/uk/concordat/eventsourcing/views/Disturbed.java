package uk.concordat.eventsourcing.views;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.ParcelView;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;

/** The view of parcels, and what happens beside it when it shows its so-and-so-manieth row. */
record Disturbed(View<ParcelState> view, int at, AtomicInteger shown, Runnable happening) implements View<ParcelState> {

    static Disturbed at(int row, Runnable happening) {
        return new Disturbed(new ParcelView(), row, new AtomicInteger(), happening);
    }

    @Override
    public ViewTable table() {
        return view.table();
    }

    @Override
    public void show(RoundTrip roundTrip, Tenant tenant, UUID stream, ParcelState state, long version) {
        if (shown.incrementAndGet() == at) {
            happening.run();
        }
        view.show(roundTrip, tenant, stream, state, version);
    }
}
