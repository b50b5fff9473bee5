package uk.concordat.eventsourcing.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream as it was found in the store, whatever is wrong with it.
 *
 * @param events up to the first fault
 * @param found how many there are with those that are not read
 * @param fault where the reading ended, unless all of it could be read
 */
public record FoundStream<S, E>(UUID id, List<Event<S, E>> events, long found, Optional<StreamFault> fault) {

    /**
     * @param stateAfter the state that the stream folds to with this event
     * @param traceparent the W3C trace context it happened in
     */
    public record Event<S, E>(RecordedEvent<E> recorded, S stateAfter, Optional<String> traceparent) {}

    public FoundStream {
        events = List.copyOf(events);
    }

    public boolean isReadable() {
        return fault.isEmpty();
    }

    public S state() {
        return events.getLast().stateAfter();
    }

    public long version() {
        return events.getLast().recorded().version();
    }
}
