package uk.concordat.eventsourcing.views;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.FoundStream;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.walk.StreamWalk;

/**
 * Makes a view anew from the events, stream after stream, while it serves. Each row is replaced in the transaction that has
 * folded its stream, and in which nobody appends to that stream; so no reader ever sees a row that is missing or older than
 * its stream.
 */
public final class ViewRebuild<S, E> implements StreamWalk.Treatment<S, E> {

    private static final String WORK = "rebuild of ";

    private final ViewRows<S> rows;

    private ViewRebuild(ViewRows<S> rows) {
        this.rows = rows;
    }

    /** The walk that makes this view of the store anew. */
    public static <S, E> StreamWalk<S, E> of(Transactions transactions, EventStore<S, E> store, View<S> view) {
        return new StreamWalk<>(
                transactions,
                store,
                workOf(view.table().name()),
                new ViewRebuild<>(new ViewRows<>(view, store.streamType())));
    }

    /** What the rebuilding of a view is called among the walks. */
    public static String workOf(String view) {
        return WORK + view;
    }

    @Override
    public StreamWalk.Treated treat(Transaction transaction, List<FoundStream<S, E>> streams) {
        return new StreamWalk.Treated(rows.makeAnew(transaction, streams).size(), 0);
    }

    @Override
    public long treatBetween(Transaction transaction, Optional<UUID> after, Optional<UUID> upTo) {
        return rows.removeStray(transaction, after, upTo).size();
    }
}
