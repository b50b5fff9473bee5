package uk.concordat.eventsourcing.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.store.FoundStream;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;

/**
 * The rows of one view as its streams make them. The view itself writes them; what a row should be is said nowhere else. To
 * readers the old rows serve until the transaction is committed.
 */
public final class ViewRows<S> {

    private record Row(UUID stream, String content) {}

    private final View<S> view;
    private final ViewTable table;
    private final String streamType;

    public ViewRows(View<S> view, String streamType) {
        this.view = view;
        this.table = view.table();
        this.streamType = streamType;
    }

    public String name() {
        return table.name();
    }

    /**
     * Writes the rows of these streams anew, which are held against appends.
     *
     * @return the streams whose rows were others before
     */
    public <E> List<UUID> makeAnew(Transaction transaction, List<FoundStream<S, E>> streams) {
        List<UUID> ids = streams.stream().map(FoundStream::id).toList();
        RoundTrip clearing = transaction.roundTrip();
        Pending<Row> before = rows(clearing, transaction, ids);
        clearing.update(
                "delete from %s where tenant = ? and %s = any (?)".formatted(table.name(), table.stream()),
                transaction.tenant().key(),
                ids);
        clearing.send();
        RoundTrip showing = transaction.manyUpdates();
        for (FoundStream<S, E> stream : streams) {
            view.show(showing, transaction.tenant(), stream.id(), stream.state(), stream.version());
        }
        showing.send();
        RoundTrip looking = transaction.roundTrip();
        Pending<Row> after = rows(looking, transaction, ids);
        looking.send();
        Map<UUID, List<String>> was = byStream(before.list());
        Map<UUID, List<String>> is = byStream(after.list());
        return ids.stream()
                .filter(id -> !was.getOrDefault(id, List.of()).equals(is.getOrDefault(id, List.of())))
                .toList();
    }

    /**
     * Removes the rows of streams that are not there, of those in a range of ids.
     *
     * @return their streams
     */
    public List<UUID> removeStray(Transaction transaction, Optional<UUID> after, Optional<UUID> upTo) {
        List<Object> values = new ArrayList<>(List.of(transaction.tenant().key()));
        after.ifPresent(values::add);
        upTo.ifPresent(values::add);
        values.add(streamType);
        RoundTrip roundTrip = transaction.roundTrip();
        // One statement and so one snapshot: an append's events and rows are seen together, or not yet.
        Pending<UUID> removed = roundTrip.query(
                """
                delete from %1$s shown where tenant = ? %3$s %4$s
                  and not exists (select from event where event.tenant = shown.tenant and event.stream_type = ?
                    and event.stream_id = shown.%2$s)
                returning %2$s""".formatted(
                                table.name(),
                                table.stream(),
                                after.isPresent() ? "and " + table.stream() + " > ?" : "",
                                upTo.isPresent() ? "and " + table.stream() + " <= ?" : ""),
                row -> row.getObject(1, UUID.class),
                values.toArray());
        roundTrip.send();
        return removed.list().stream().distinct().toList();
    }

    public long count(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> count = roundTrip.query(
                "select count(*) from %s where tenant = ?".formatted(table.name()),
                row -> row.getLong(1),
                transaction.tenant().key());
        roundTrip.send();
        return count.only();
    }

    private Pending<Row> rows(RoundTrip roundTrip, Transaction transaction, List<UUID> streams) {
        return roundTrip.query(
                """
                select %2$s, (to_jsonb(shown) - ?::text[])::text from %1$s shown
                where tenant = ? and %2$s = any (?) order by 1, 2""".formatted(table.name(), table.stream()),
                row -> new Row(row.getObject(1, UUID.class), row.getString(2)),
                table.notes(),
                transaction.tenant().key(),
                streams);
    }

    private static Map<UUID, List<String>> byStream(List<Row> rows) {
        Map<UUID, List<String>> contents = new HashMap<>();
        rows.forEach(row ->
                contents.computeIfAbsent(row.stream(), _ -> new ArrayList<>()).add(row.content()));
        return contents;
    }
}
