package uk.concordat.eventsourcing.testkit;

import java.util.List;
import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;

/**
 * Given what happened, when a command comes, then this happens or this is why not. Tells what differs when it does not.
 *
 * <pre>{@code given(decider, received()).when(acknowledge()).then(acknowledged());}</pre>
 */
public final class Scenario<C, S, E, R> {

    private final Decider<C, S, E, R> decider;
    private final S state;

    private Scenario(Decider<C, S, E, R> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of reads the array and keeps no reference to it
    public static <C, S, E, R> Scenario<C, S, E, R> given(Decider<C, S, E, R> decider, E... events) {
        return new Scenario<>(decider, decider.fold(decider.initial(), List.of(events)));
    }

    public Outcome<C, S, E, R> when(C command) {
        return new Outcome<>(decider, state, decider.decide(command, state));
    }

    /** The state that the given events fold to. */
    public S state() {
        return state;
    }

    /** What the decider answered. */
    public static final class Outcome<C, S, E, R> {

        private final Decider<C, S, E, R> decider;
        private final S before;
        private final Decision<E, R> decision;

        private Outcome(Decider<C, S, E, R> decider, S before, Decision<E, R> decision) {
            this.decider = decider;
            this.before = before;
            this.decision = decision;
        }

        /** Exactly these events, in this order. */
        @SafeVarargs
        @SuppressWarnings("varargs") // List.of reads the array and keeps no reference to it
        public final Scenario<C, S, E, R> then(E... expected) {
            if (!events().equals(List.of(expected))) {
                throw new AssertionError("Expected events\n  " + List.of(expected) + "\nbut was\n  " + decision);
            }
            return and();
        }

        /** Nothing new: what the command asks for is so already. */
        public Scenario<C, S, E, R> thenNothing() {
            if (!events().isEmpty()) {
                throw new AssertionError("Expected no event, but was\n  " + decision);
            }
            return and();
        }

        /** The events that happened. */
        public List<E> events() {
            return switch (decision) {
                case Decision.Accepted<E, R>(List<E> events) -> events;
                case Decision.Refused<E, R>(R refusal) ->
                    throw new AssertionError("Expected events, but it was refused: " + refusal);
            };
        }

        /** The refusal. */
        public R refusal() {
            return switch (decision) {
                case Decision.Refused<E, R>(R refusal) -> refusal;
                case Decision.Accepted<E, R>(List<E> events) ->
                    throw new AssertionError("Expected a refusal, but it happened: " + events);
            };
        }

        /** Goes on from the state after what happened. */
        public Scenario<C, S, E, R> and() {
            return new Scenario<>(decider, decider.fold(before, events()));
        }
    }
}
