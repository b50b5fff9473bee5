package uk.concordat.kit.command;

import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.protocols.refusal.Refusal;

/** What came of a command, in the order in which it is looked at. */
public sealed interface Outcome<S, E> {

    /** There is no such case, or the caller may not know of it: the two are told alike. */
    record Unknown<S, E>() implements Outcome<S, E> {}

    /** The same Idempotency-Key came before with another body. */
    record KeyReused<S, E>() implements Outcome<S, E> {}

    /** Without If-Match nobody can tell whether the caller has seen what they change. */
    record ConditionMissing<S, E>() implements Outcome<S, E> {}

    /** The case has changed since the caller saw it. */
    record ConditionStale<S, E>() implements Outcome<S, E> {}

    record Refused<S, E>(Refusal refusal) implements Outcome<S, E> {}

    /** Done, now or when the same request came before. */
    record Done<S, E>(Situation situation, Stream<S, E> stream, int status) implements Outcome<S, E> {}
}
