package uk.concordat.eventsourcing.parcel;

import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;

/** Where is each parcel? */
public final class ParcelView implements View<ParcelState> {

    @Override
    public ViewTable table() {
        return new ViewTable("parcel_view", "id");
    }

    @Override
    public void show(RoundTrip roundTrip, Tenant tenant, UUID stream, ParcelState state, long version) {
        roundTrip.update("""
                insert into parcel_view (tenant, id, state, version) values (?, ?, ?, ?)
                on conflict (tenant, id) do update set state = excluded.state, version = excluded.version""", tenant.key(), stream, state.getClass().getSimpleName(), version);
    }
}
