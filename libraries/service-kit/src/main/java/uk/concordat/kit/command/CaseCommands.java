package uk.concordat.kit.command;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Loading;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.identity.Token;
import uk.concordat.protocols.refusal.Refusal;

/**
 * Carries a command out in the order that every service keeps: token, may the caller see the case, Idempotency-Key,
 * If-Match, body, decision; then events, messages, views and the remembered answer in one commit.
 *
 * @param <S> the state of the case
 * @param <E> its events
 */
public final class CaseCommands<S, E> {

    private static final Logger LOG = Logger.getLogger(CaseCommands.class);

    /** Who may know of a case. */
    @FunctionalInterface
    public interface Visibility<S> {
        boolean maySee(S state, Situation situation);
    }

    private final EventStore<S, E> store;
    private final Visibility<S> visibility;
    private final Transactions transactions;
    private final Directories directories;
    private final Callers callers;
    private final Token token;
    private final CommandRequest request;

    public CaseCommands(
            EventStore<S, E> store,
            Visibility<S> visibility,
            Transactions transactions,
            Directories directories,
            Callers callers,
            Token token,
            CommandRequest request) {
        this.store = store;
        this.visibility = visibility;
        this.transactions = transactions;
        this.directories = directories;
        this.callers = callers;
        this.token = token;
        this.request = request;
    }

    /** Begins a case. The body is read, and its faults told, only once it is its turn. */
    public <R extends Refusal> Outcome<S, E> create(
            UUID stream, byte[] body, Function<Situation, Decision<E, R>> decide) {
        return transactions.untilWon(token.council(), transaction -> {
            Opening<S, E> opening = open(transaction, Optional.empty());
            request.requireSoundIdempotencyKey();
            return answeredBefore(transaction, opening, body)
                    .map(before -> visible(before, opening.situation()))
                    .orElseGet(() -> settle(
                            transaction,
                            opening,
                            body,
                            store.fold(stream, List.of()),
                            201,
                            decide.apply(opening.situation())));
        });
    }

    /** Changes a case that the caller has seen. */
    public <R extends Refusal> Outcome<S, E> change(
            UUID stream, byte[] body, BiFunction<Situation, S, Decision<E, R>> decide) {
        return change(stream, body, ETag::of, decide);
    }

    /**
     * Changes a part of a stream that the caller has seen; what has changed beside it since is no matter.
     *
     * @param tag of the part, as it is shown with it
     */
    public <R extends Refusal> Outcome<S, E> change(
            UUID stream,
            byte[] body,
            Function<Stream<S, E>, ETag> tag,
            BiFunction<Situation, S, Decision<E, R>> decide) {
        return toKnown(stream, body, 200, loaded -> unseen(tag.apply(loaded)), decide);
    }

    /** Adds something new to a stream that exists: nothing that its sender would have to have seen is changed. */
    public <R extends Refusal> Outcome<S, E> add(
            UUID stream, byte[] body, BiFunction<Situation, S, Decision<E, R>> decide) {
        return toKnown(stream, body, 201, _ -> Optional.empty(), decide);
    }

    private <R extends Refusal> Outcome<S, E> toKnown(
            UUID stream,
            byte[] body,
            int status,
            Function<Stream<S, E>, Optional<Outcome<S, E>>> condition,
            BiFunction<Situation, S, Decision<E, R>> decide) {
        return transactions.untilWon(token.council(), transaction -> {
            Opening<S, E> opening = open(transaction, Optional.of(stream));
            Stream<S, E> loaded = opening.loaded().orElseThrow();
            if (loaded.version() == 0 || !visibility.maySee(loaded.state(), opening.situation())) {
                return new Outcome.Unknown<>();
            }
            request.requireSoundIdempotencyKey();
            return answeredBefore(transaction, opening, body)
                    .or(() -> condition.apply(loaded))
                    .orElseGet(() -> settle(
                            transaction,
                            opening,
                            body,
                            loaded,
                            status,
                            decide.apply(opening.situation(), loaded.state())));
        });
    }

    /** What is wrong if the caller has not seen the case as it is; empty if they have. */
    private Optional<Outcome<S, E>> unseen(ETag present) {
        List<String> ifMatch = request.ifMatch();
        if (ifMatch.isEmpty()) {
            return Optional.of(new Outcome.ConditionMissing<>());
        }
        return ifMatch.contains("*") || ifMatch.contains(present.header())
                ? Optional.empty()
                : Optional.of(new Outcome.ConditionStale<>());
    }

    /** Who began a case may have left it since. */
    private Outcome<S, E> visible(Outcome<S, E> before, Situation situation) {
        return before instanceof Outcome.Done<S, E> done
                        && !visibility.maySee(done.stream().state(), situation)
                ? new Outcome.Unknown<>()
                : before;
    }

    private record Opening<S, E>(
            Situation situation, Optional<IdempotencyTable.Answered> answered, Optional<Stream<S, E>> loaded) {}

    private Opening<S, E> open(Transaction transaction, Optional<UUID> stream) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> version = directories.version(roundTrip, transaction);
        Optional<Loading<S, E>> loading = stream.map(id -> store.loading(roundTrip, transaction, id));
        // After the events: what an earlier try of the same request has stored is then never seen without its answer.
        Optional<Pending<IdempotencyTable.Answered>> answered =
                request.idempotencyKey().map(key -> IdempotencyTable.find(roundTrip, transaction, request.path(), key));
        roundTrip.send();
        Situation situation = callers.situation(transaction, version);
        return new Opening<>(
                situation,
                answered.flatMap(rows -> rows.list().stream()
                        .filter(answer ->
                                answer.person().equals(situation.caller().id().value()))
                        .findFirst()),
                loading.map(Loading::stream));
    }

    /** The answer to the same request, as it was given then. */
    private Optional<Outcome<S, E>> answeredBefore(Transaction transaction, Opening<S, E> opening, byte[] body) {
        return opening.answered().map(answer -> {
            if (!answer.bodyHash().equals(CommandRequest.hash(body))) {
                return new Outcome.KeyReused<>();
            }
            return new Outcome.Done<>(
                    opening.situation(), store.loadAt(transaction, answer.stream(), answer.version()), answer.status());
        });
    }

    private <R extends Refusal> Outcome<S, E> settle(
            Transaction transaction,
            Opening<S, E> opening,
            byte[] body,
            Stream<S, E> loaded,
            int status,
            Decision<E, R> decision) {
        return switch (decision) {
            case Decision.Refused<E, R>(R refusal) -> new Outcome.Refused<>(refusal);
            case Decision.Accepted<E, R>(List<E> events) -> {
                RoundTrip roundTrip = transaction.roundTrip();
                Stream<S, E> stream = store.append(
                        roundTrip,
                        transaction,
                        loaded,
                        events,
                        Traces.origin(opening.situation().caller()));
                request.idempotencyKey()
                        .ifPresent(key -> IdempotencyTable.remember(
                                roundTrip,
                                opening.situation().caller(),
                                request.path(),
                                key,
                                new IdempotencyTable.Answered(
                                        opening.situation().caller().id().value(),
                                        CommandRequest.hash(body),
                                        stream.id(),
                                        stream.version(),
                                        status)));
                roundTrip.send();
                transaction.onceCommitted(() -> LOG.infof(
                        "Recorded %s of %s up to version %d", eventNames(events), stream.id(), stream.version()));
                yield new Outcome.Done<>(opening.situation(), stream, status);
            }
        };
    }

    private List<String> eventNames(List<E> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
