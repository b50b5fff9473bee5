package uk.concordat.eventsourcing.parcel;

import java.util.List;
import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;

/** Which parcels are on their way? A row goes when its parcel has arrived; whether it was searched is noted by others. */
public final class TravellingView implements View<ParcelState> {

    @Override
    public ViewTable table() {
        return new ViewTable("travelling_view", "parcel", List.of("searched"));
    }

    @Override
    public void show(RoundTrip roundTrip, Tenant tenant, UUID stream, ParcelState state, long version) {
        if (state instanceof ParcelState.Travelling(String at, int _)) {
            roundTrip.update("""
                    insert into travelling_view (tenant, parcel, at) values (?, ?, ?)
                    on conflict (tenant, parcel) do update set at = excluded.at""", tenant.key(), stream, at);
        } else {
            roundTrip.update("delete from travelling_view where tenant = ? and parcel = ?", tenant.key(), stream);
        }
    }
}
