package uk.concordat.eventsourcing.store;

import java.util.List;
import java.util.UUID;

/**
 * A stream as it was loaded: its events and the state they fold to. An append holds only if nobody appended since.
 *
 * @param events all of them; of a store that remembers its streams, the last that was remembered and those after it
 */
public record Stream<S, E>(UUID id, S state, List<RecordedEvent<E>> events) {

    public Stream {
        events = List.copyOf(events);
    }

    /** The version of the last event, 0 for a stream without events. */
    public long version() {
        return events.isEmpty() ? 0 : events.getLast().version();
    }

    /** How many of its events have been published. */
    public long sequence() {
        return events.isEmpty() ? 0 : events.getLast().sequence();
    }

    /** What is needed of it to go on from it. */
    Stream<S, E> withNewestEventOnly() {
        return new Stream<>(id, state, List.of(events.getLast()));
    }
}
