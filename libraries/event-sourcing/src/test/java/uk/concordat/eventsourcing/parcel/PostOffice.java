package uk.concordat.eventsourcing.parcel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;

/** Appends to parcels' streams and loads them, one transaction each. */
public final class PostOffice {

    private final Transactions transactions;
    private final EventStore<ParcelState, ParcelEvent> store;

    public PostOffice(Transactions transactions, String topic) {
        this(transactions, Parcels.store(topic));
    }

    public PostOffice(Transactions transactions, EventStore<ParcelState, ParcelEvent> store) {
        this.transactions = transactions;
        this.store = store;
    }

    public EventStore<ParcelState, ParcelEvent> store() {
        return store;
    }

    public Stream<ParcelState, ParcelEvent> append(Tenant tenant, UUID id, ParcelEvent... events) {
        return transactions.in(tenant, transaction -> append(transaction, id, events));
    }

    /** Appends in a transaction that goes on afterwards. */
    public Stream<ParcelState, ParcelEvent> append(Transaction transaction, UUID id, ParcelEvent... events) {
        return append(transaction, store.load(transaction, id), events);
    }

    /** Appends to a stream as it was when it was loaded. */
    public Stream<ParcelState, ParcelEvent> append(
            Transaction transaction, Stream<ParcelState, ParcelEvent> loaded, ParcelEvent... events) {
        RoundTrip roundTrip = transaction.roundTrip();
        Stream<ParcelState, ParcelEvent> after = store.append(
                roundTrip,
                transaction,
                loaded,
                List.of(events),
                new Origin(Optional.of(Parcels.SENDER.value()), Optional.of(Parcels.TRACEPARENT)));
        roundTrip.send();
        return after;
    }

    public Stream<ParcelState, ParcelEvent> load(Tenant tenant, UUID id) {
        return transactions.in(tenant, transaction -> store.load(transaction, id));
    }
}
