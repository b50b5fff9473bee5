package uk.concordat.eventsourcing.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.FoundStream;
import uk.concordat.eventsourcing.store.Messages;
import uk.concordat.eventsourcing.store.StoredStreams;
import uk.concordat.eventsourcing.views.ViewRows;

/**
 * Compares a store's streams, and the views of them, with what they must be. Every view makes the rows of some streams anew,
 * in a transaction that holds these streams and is taken back: so there is no second account of what a row should be, and a
 * row is compared with its stream at one moment.
 */
public final class Verifier<S, E> {

    private static final int SOME = 200;

    /** So often a stream is asked for that an append holds, half a second each time. */
    private static final int PATIENCE = 60;

    private final Transactions transactions;
    private final EventStore<S, E> store;
    private final Messages<S, E> messages;
    private final List<ViewRows<S>> views;

    public Verifier(Transactions transactions, EventStore<S, E> store) {
        this.transactions = transactions;
        this.store = store;
        this.messages = new Messages<>(store.publisher());
        this.views = store.views().stream()
                .map(view -> new ViewRows<>(view, store.streamType()))
                .toList();
    }

    /** @throws DatabaseUnavailable if an append holds a stream for half a minute, or the database is away */
    public Verification verify(Tenant tenant) {
        Findings findings = new Findings();
        Optional<UUID> after = Optional.empty();
        boolean isLast;
        do {
            StoredStreams.Held part = part(tenant, after, findings);
            after = part.streams().isEmpty()
                    ? after
                    : Optional.of(part.streams().getLast());
            isLast = part.isLast();
        } while (!isLast);
        return findings.verification(
                store.streamType(),
                transactions.in(
                        tenant,
                        transaction -> views.stream()
                                .map(view -> new Findings.Rows(view.name(), view.count(transaction)))
                                .toList()));
    }

    private StoredStreams.Held part(Tenant tenant, Optional<UUID> after, Findings findings) {
        for (int asked = 1; ; asked++) {
            try {
                return part(tenant, after, SOME, findings);
            } catch (UniquenessViolated clash) {
                // What one of these rows should have stands in the row of a stream that is not among them.
                return alone(tenant, after, findings);
            } catch (DatabaseUnavailable held) {
                if (asked == PATIENCE) {
                    throw held;
                }
            }
        }
    }

    private StoredStreams.Held alone(Tenant tenant, Optional<UUID> after, Findings findings) {
        try {
            return part(tenant, after, 1, findings);
        } catch (UniquenessViolated clash) {
            Findings found = new Findings();
            StoredStreams.Held held = transactions.takenBack(tenant, transaction -> {
                StoredStreams.Held one = store.streams().holdAfter(transaction, after, 1);
                look(transaction, one, found);
                views.forEach(view -> found.differing(view.name(), one.streams()));
                return one;
            });
            findings.add(found);
            return held;
        }
    }

    /** What was found counts only if the whole part went through. */
    private StoredStreams.Held part(Tenant tenant, Optional<UUID> after, int most, Findings findings) {
        Findings found = new Findings();
        StoredStreams.Held held = transactions.takenBack(tenant, transaction -> {
            StoredStreams.Held streams = store.streams().holdAfter(transaction, after, most);
            List<FoundStream<S, E>> readable = look(transaction, streams, found);
            Optional<UUID> upTo = streams.isLast()
                    ? Optional.empty()
                    : Optional.of(streams.streams().getLast());
            for (ViewRows<S> view : views) {
                found.differing(view.name(), view.removeStray(transaction, after, upTo));
                if (!readable.isEmpty()) {
                    found.differing(view.name(), view.makeAnew(transaction, readable));
                }
            }
            return streams;
        });
        findings.add(found);
        return held;
    }

    /** @return the streams that can be read to their end */
    private List<FoundStream<S, E>> look(Transaction transaction, StoredStreams.Held held, Findings found) {
        List<FoundStream<S, E>> streams = store.streams().read(transaction, held.streams());
        for (FoundStream<S, E> stream : streams) {
            found.stream(stream.found());
            stream.fault().ifPresent(fault -> found.fault(stream.id(), fault));
            messages.fault(transaction.tenant(), stream).ifPresent(fault -> found.fault(stream.id(), fault));
        }
        return streams.stream().filter(FoundStream::isReadable).toList();
    }
}
