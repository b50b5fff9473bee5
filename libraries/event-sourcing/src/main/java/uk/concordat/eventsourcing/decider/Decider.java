package uk.concordat.eventsourcing.decider;

/**
 * A model that decides what a command changes and remembers it by its events. Both methods are pure: time, ids and facts
 * from elsewhere arrive in the command, and {@link #evolve} asks nobody.
 *
 * @param <C> commands, a sealed type
 * @param <S> states, a sealed type
 * @param <E> events, a sealed type
 * @param <R> refusals: values that say why a command was not accepted
 */
public interface Decider<C, S, E, R> {

    /** The state of a stream without events. */
    S initial();

    Decision<E, R> decide(C command, S state);

    S evolve(S state, E event);

    /** The state after all these events, oldest first. */
    default S fold(S state, Iterable<? extends E> events) {
        S folded = state;
        for (E event : events) {
            folded = evolve(folded, event);
        }
        return folded;
    }
}
