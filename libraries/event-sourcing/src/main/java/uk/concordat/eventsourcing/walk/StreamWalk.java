package uk.concordat.eventsourcing.walk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.FoundStream;
import uk.concordat.eventsourcing.store.StoredStreams;

/**
 * Goes through all streams of a type, in the order of their ids and some at a time. What is done and how far it has come are
 * committed together, so whoever goes on after a crash begins where the last commit ended; the row that says so is also
 * what lets only one work at a time. A stream that is new meanwhile is its own append's business.
 */
public final class StreamWalk<S, E> {

    private static final int SOME = 200;

    /** What is done to the streams. */
    public interface Treatment<S, E> {

        /**
         * @param streams that can be read to their end, held against appends
         * @return how much was changed or sent, and how many of the streams had to be left as they are
         */
        Treated treat(Transaction transaction, List<FoundStream<S, E>> streams);

        /** What lies between two streams that follow on each other, or before the first, or after the last. */
        default long treatBetween(Transaction transaction, Optional<UUID> after, Optional<UUID> upTo) {
            return 0;
        }
    }

    public record Treated(long changed, long leftOut) {}

    /** How a step ended. */
    public enum Step {
        MORE_TO_DO,
        FINISHED,
        /** Somebody else works on it, or it is not under way. */
        NOT_OURS
    }

    private final Transactions transactions;
    private final EventStore<S, E> store;
    private final String work;
    private final Treatment<S, E> treatment;

    public StreamWalk(Transactions transactions, EventStore<S, E> store, String work, Treatment<S, E> treatment) {
        this.transactions = transactions;
        this.store = store;
        this.work = work;
        this.treatment = treatment;
    }

    public String work() {
        return work;
    }

    /**
     * Does the next part, in one transaction.
     *
     * @throws uk.concordat.eventsourcing.database.DatabaseUnavailable if an append holds the next stream for long: try again
     */
    public Step step(Tenant tenant) {
        try {
            return transactions.in(tenant, transaction -> step(transaction, SOME, treatment));
        } catch (UniquenessViolated clash) {
            return stepOfOne(tenant);
        }
    }

    /** What one stream should have stands in the way of another's: that one is left as it is and counted, and the walk goes on. */
    private Step stepOfOne(Tenant tenant) {
        try {
            return transactions.in(tenant, transaction -> step(transaction, 1, treatment));
        } catch (UniquenessViolated clash) {
            return transactions.in(
                    tenant, transaction -> step(transaction, 1, (_, streams) -> new Treated(0, streams.size())));
        }
    }

    private Step step(Transaction transaction, int most, Treatment<S, E> treating) {
        Optional<Walks.Place> taken = Walks.take(transaction, work);
        if (taken.isEmpty()) {
            return Step.NOT_OURS;
        }
        Optional<UUID> after = taken.get().doneTo();
        StoredStreams<S, E> streams = store.streams();
        StoredStreams.Held held = streams.holdAfter(transaction, after, most);
        List<FoundStream<S, E>> found = streams.read(transaction, held.streams());
        List<FoundStream<S, E>> readable =
                found.stream().filter(FoundStream::isReadable).toList();
        Optional<UUID> last = held.streams().isEmpty()
                ? Optional.empty()
                : Optional.of(held.streams().getLast());
        // First, so that no stray row stands in the way of one that should be there.
        long between = treating.treatBetween(transaction, after, held.isLast() ? Optional.empty() : last);
        Treated treated = readable.isEmpty() ? new Treated(0, 0) : treating.treat(transaction, readable);
        Walks.note(
                transaction,
                work,
                last.orElse(null),
                new Walks.Progress(
                        found.size(),
                        found.stream().mapToLong(FoundStream::found).sum(),
                        treated.changed() + between,
                        found.size() - readable.size() + treated.leftOut()),
                held.isLast());
        return held.isLast() ? Step.FINISHED : Step.MORE_TO_DO;
    }
}
