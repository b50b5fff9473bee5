package uk.concordat.eventsourcing.decider;

import java.util.List;

/**
 * What a decider answers: the events that now happened, or the refusal that says why nothing did.
 *
 * @param <E> events
 * @param <R> refusals
 */
public sealed interface Decision<E, R> {

    /** The command holds; an empty list means that everything it asks for is already so. */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happened, and this is why. */
    record Refused<E, R>(R refusal) implements Decision<E, R> {}

    /** The same decision where refusals of more kinds may occur. */
    static <E, W, R extends W> Decision<E, W> widened(Decision<E, R> decision) {
        return switch (decision) {
            case Accepted<E, R>(List<E> events) -> new Accepted<>(events);
            case Refused<E, R>(R refusal) -> new Refused<>(refusal);
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of reads the array and keeps no reference to it
    static <E, R> Decision<E, R> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E, R> Decision<E, R> refuse(R refusal) {
        return new Refused<>(refusal);
    }
}
