package uk.concordat.kit.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Intake;
import uk.concordat.eventsourcing.inbox.ParkedRecord;
import uk.concordat.kit.messaging.Consumers;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** What operators do with records that wait: each act is written down in the transaction that does it. */
@ApplicationScoped
class DeadLetters {

    private final Transactions transactions;
    private final Consumers consumers;

    DeadLetters(Transactions transactions, Consumers consumers) {
        this.transactions = transactions;
        this.consumers = consumers;
    }

    /** @throws MalformedRequest as a 404 or a 409 if it does not wait, or not any more */
    Intake.Replayed replay(Operators.Operator operator, UUID id) {
        Consumers.Consumer consumer = consumer(operator, id);
        Intake.Replayed replayed = consumer.intake()
                .replay(
                        operator.council(),
                        id,
                        consumer.effect(),
                        noted(operator, "dead-letter-replayed", id, Optional.empty()));
        if (replayed instanceof Intake.Replayed.NoLonger) {
            throw noLonger(operator, id);
        }
        return replayed;
    }

    /** @throws MalformedRequest as a 404 or a 409 if it does not wait, or not any more, or it is not its turn */
    void discard(Operators.Operator operator, UUID id, String reason) {
        Consumers.Consumer consumer = consumer(operator, id);
        Intake.Discarded discarded = consumer.intake()
                .discard(
                        operator.council(),
                        id,
                        consumer.effect(),
                        new Intake.Discarding(reason, operator.name()),
                        noted(operator, "dead-letter-discarded", id, Optional.of(reason)));
        switch (discarded) {
            case Intake.Discarded.LeftAside() -> {
                // As was asked.
            }
            case Intake.Discarded.NotItsTurn(long next) ->
                throw new MalformedRequest(Problem.of(
                        409,
                        "not-its-turn",
                        "Its subject's sequence %d comes first; only the record whose turn it is can be discarded."
                                .formatted(next)));
            case Intake.Discarded.NoLonger() -> throw noLonger(operator, id);
        }
    }

    private Consumers.Consumer consumer(Operators.Operator operator, UUID id) {
        ParkedRecord parked = transactions
                .in(operator.council(), transaction -> consumers.desk().find(transaction, id))
                .orElseThrow(() -> noLonger(operator, id));
        return consumers
                .named(parked.consumer())
                .orElseThrow(() -> new MalformedRequest(Problem.of(
                        409,
                        "consumer-not-here",
                        "This build has no consumer %s that could take it in.".formatted(parked.consumer()))));
    }

    private static Consumer<Transaction> noted(
            Operators.Operator operator, String act, UUID id, Optional<String> reason) {
        return transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            OperatorActs.note(roundTrip, transaction, operator, act, id.toString(), reason);
            roundTrip.send();
        };
    }

    /** Whoever comes second is told who was first. */
    private MalformedRequest noLonger(Operators.Operator operator, UUID id) {
        return transactions
                .in(operator.council(), transaction -> OperatorActs.lastAbout(transaction, id.toString()))
                .map(last -> new MalformedRequest(Problem.of(
                        409,
                        "waits-no-longer",
                        "It waits here no longer. The last that was done to it: %s by %s at %s."
                                .formatted(last.act(), last.operator(), last.at()))))
                .orElseGet(DeadLetters::unknown);
    }

    static MalformedRequest unknown() {
        return new MalformedRequest(
                Problem.of(404, "dead-letter-not-known", "No such record waits here; it may have gone on by itself."));
    }
}
