package uk.concordat.kit.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import uk.concordat.eventsourcing.store.EventStore;

/** The event stores of the service, whatever they hold. */
@ApplicationScoped
public class Stores {

    private final Instance<EventStore<?, ?>> stores;

    public Stores(@Any Instance<EventStore<?, ?>> stores) {
        this.stores = stores;
    }

    /** In the order of their names. */
    List<EventStore<?, ?>> all() {
        return stores.stream()
                .sorted(Comparator.comparing(EventStore::streamType))
                .<EventStore<?, ?>>map(store -> store)
                .toList();
    }
}
