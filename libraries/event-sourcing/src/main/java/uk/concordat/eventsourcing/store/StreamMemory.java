package uk.concordat.eventsourcing.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Tenant;

/**
 * Streams as they were last committed, kept so that they need not be folded anew: those that were used last, of so many
 * events together. What is remembered is never taken for what is stored: whoever loads a stream reads on from it.
 */
final class StreamMemory<S, E> {

    private record Key(Tenant tenant, UUID stream) {}

    private final long mostEvents;
    private final Map<Key, Stream<S, E>> streams = new LinkedHashMap<>(16, 0.75f, true);
    private long events;

    /** @param mostEvents how many events all that is remembered may have been folded from; with 0 nothing is */
    StreamMemory(long mostEvents) {
        this.mostEvents = mostEvents;
    }

    boolean isKept() {
        return mostEvents > 0;
    }

    synchronized Optional<Stream<S, E>> find(Tenant tenant, UUID stream) {
        return Optional.ofNullable(streams.get(new Key(tenant, stream)));
    }

    /** To be told only of a stream that has been committed as it is. An older one does not take a newer one's place. */
    synchronized void remember(Tenant tenant, Stream<S, E> stream) {
        Key key = new Key(tenant, stream.id());
        Stream<S, E> known = streams.get(key);
        if (stream.version() == 0 || known != null && known.version() >= stream.version()) {
            return;
        }
        forget(tenant, stream.id());
        if (stream.version() > mostEvents) {
            return;
        }
        streams.put(key, stream.withNewestEventOnly());
        events += stream.version();
        for (Iterator<Stream<S, E>> oldest = streams.values().iterator(); events > mostEvents; ) {
            events -= oldest.next().version();
            oldest.remove();
        }
    }

    synchronized void forget(Tenant tenant, UUID stream) {
        Stream<S, E> known = streams.remove(new Key(tenant, stream));
        events -= known == null ? 0 : known.version();
    }
}
