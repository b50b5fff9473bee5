package uk.concordat.eventsourcing.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * What a stored stream's topic has been told, made once more from its events: the same ids, times and sequences, in the words
 * of today's publisher. Which events were told is what the store has noted, not what the publisher would say today, for a
 * message more or less would be a hole or a double in the sequence.
 */
public final class Messages<S, E> {

    /** An event's message, as it is sent. */
    public record Message(RecordedEvent<?> recorded, Optional<String> traceparent, Publication publication) {

        /** Adds to the round trip that it is sent. */
        public void send(RoundTrip roundTrip, Transaction transaction) {
            Outbox.add(
                    roundTrip,
                    transaction,
                    recorded.id(),
                    recorded.recordedAt(),
                    recorded.sequence(),
                    publication,
                    traceparent.orElse(null));
        }
    }

    private final Publisher<S, E> publisher;

    public Messages(Publisher<S, E> publisher) {
        this.publisher = publisher;
    }

    /** The first event whose sequence is not what came before and the publisher make it. */
    public Optional<StreamFault> fault(Tenant tenant, FoundStream<S, E> stream) {
        long sequence = 0;
        for (FoundStream.Event<S, E> event : stream.events()) {
            boolean isTold = publish(tenant, stream, event).isPresent();
            long expected = isTold ? sequence + 1 : sequence;
            sequence = event.recorded().sequence();
            if (sequence != expected) {
                return Optional.of(new StreamFault(
                        StreamFault.SEQUENCE_WRONG,
                        event.recorded().version(),
                        "Its sequence is %d and should be %d".formatted(sequence, expected)));
            }
        }
        return Optional.empty();
    }

    /** All of them in their order; of whole documents the newest of each subject. The stream has no {@link #fault}. */
    public List<Message> of(Tenant tenant, FoundStream<S, E> stream) {
        List<Message> messages = new ArrayList<>();
        for (FoundStream.Event<S, E> event : stream.events()) {
            publish(tenant, stream, event)
                    .ifPresent(publication ->
                            messages.add(new Message(event.recorded(), event.traceparent(), publication)));
        }
        return publisher.isOfWholeDocuments() ? newest(messages) : List.copyOf(messages);
    }

    private Optional<Publication> publish(Tenant tenant, FoundStream<S, E> stream, FoundStream.Event<S, E> event) {
        return publisher.publish(tenant, stream.id(), event.recorded().event(), event.stateAfter());
    }

    private static List<Message> newest(List<Message> messages) {
        Map<String, Message> newest = new LinkedHashMap<>();
        for (Message message : messages) {
            newest.put(message.publication().subject(), message);
        }
        return List.copyOf(newest.values());
    }
}
