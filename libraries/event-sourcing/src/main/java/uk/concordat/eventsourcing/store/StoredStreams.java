package uk.concordat.eventsourcing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** The streams of one type, many at a time and in the order of their ids, for whoever goes through all of them. */
public final class StoredStreams<S, E> {

    /**
     * More events than these are not held at a time, unless one stream has them: what is held is read and folded in one
     * transaction, while appends wait and the database counts how long it hears nothing.
     */
    private static final long MOST_EVENTS = 5_000;

    private record Row(
            UUID stream,
            UUID id,
            long version,
            long sequence,
            Instant recordedAt,
            String type,
            int schemaVersion,
            String facts,
            String personal,
            Optional<String> traceparent) {}

    private final String streamType;
    private final EventTypes<E> types;
    private final S initial;
    private final BiFunction<S, E, S> evolve;

    StoredStreams(String streamType, EventTypes<E> types, S initial, BiFunction<S, E, S> evolve) {
        this.streamType = streamType;
        this.types = types;
        this.initial = initial;
        this.evolve = evolve;
    }

    /**
     * The next streams after one. They are held: until the transaction ends nobody appends to them, so that what is read of
     * them is all there is. The first that an append holds at this moment ends the list; if it would be the first of all, it is
     * waited for.
     *
     * @throws uk.concordat.eventsourcing.database.DatabaseUnavailable if that takes too long
     */
    public Held holdAfter(Transaction transaction, Optional<UUID> after, int most) {
        List<Length> next = lengthsAfter(transaction, after);
        if (next.isEmpty()) {
            return new Held(List.of(), true);
        }
        boolean isCut = next.stream().mapToLong(Length::events).sum() > MOST_EVENTS;
        // Of the last one not all events may have been counted.
        int whole = isCut ? Math.max(1, next.size() - 1) : next.size();
        List<UUID> ids =
                next.stream().limit(Math.min(most, whole)).map(Length::id).toList();
        List<UUID> held = StreamLock.holdAlone(transaction, streamType, ids);
        return new Held(held, !isCut && held.size() == next.size());
    }

    /**
     * Holds one stream so, whether or not it has any events.
     *
     * @throws uk.concordat.eventsourcing.database.DatabaseUnavailable if an append holds it for too long
     */
    public void hold(Transaction transaction, UUID stream) {
        StreamLock.holdAlone(transaction, streamType, List.of(stream));
    }

    /** Whose the next events are, and how many each has of them. Two statements, so that each has the plan that it needs. */
    private List<Length> lengthsAfter(Transaction transaction, Optional<UUID> after) {
        RoundTrip roundTrip = transaction.roundTrip();
        String first =
                "select stream_id, count(*) from (select stream_id from event where tenant = ? and stream_type = ?";
        String then = " order by stream_id, version limit ?) next group by stream_id order by stream_id";
        String tenant = transaction.tenant().key();
        long limit = MOST_EVENTS + 1;
        Pending<Length> streams = after.map(last -> roundTrip.query(
                        first + " and stream_id > ?" + then, StoredStreams::length, tenant, streamType, last, limit))
                .orElseGet(() -> roundTrip.query(first + then, StoredStreams::length, tenant, streamType, limit));
        roundTrip.send();
        return streams.list();
    }

    private record Length(UUID id, long events) {}

    private static Length length(ResultSet row) throws SQLException {
        return new Length(row.getObject(1, UUID.class), row.getLong(2));
    }

    /** @param isLast whether there is no stream after these */
    public record Held(List<UUID> streams, boolean isLast) {}

    /** The streams with all their events. */
    public List<FoundStream<S, E>> read(Transaction transaction, List<UUID> streams) {
        if (streams.isEmpty()) {
            return List.of();
        }
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Row> rows = roundTrip.query(
                """
                select stream_id, event_id, version, sequence, recorded_at, type, schema_version, facts, personal, traceparent
                from event where tenant = ? and stream_type = ? and stream_id = any (?) order by stream_id, version""",
                row -> new Row(
                        row.getObject("stream_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getLong("version"),
                        row.getLong("sequence"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        row.getInt("schema_version"),
                        row.getString("facts"),
                        row.getString("personal"),
                        Optional.ofNullable(row.getString("traceparent"))),
                transaction.tenant().key(),
                streamType,
                streams);
        roundTrip.send();
        Map<UUID, List<Row>> byStream = new LinkedHashMap<>();
        rows.list()
                .forEach(row -> byStream.computeIfAbsent(row.stream(), _ -> new ArrayList<>())
                        .add(row));
        return byStream.entrySet().stream()
                .map(stream -> fold(stream.getKey(), stream.getValue()))
                .toList();
    }

    private FoundStream<S, E> fold(UUID stream, List<Row> rows) {
        List<FoundStream.Event<S, E>> events = new ArrayList<>();
        S state = initial;
        for (Row row : rows) {
            long expected = events.size() + 1L;
            if (row.version() != expected) {
                return ended(stream, rows, events, StreamFault.VERSION_MISSING, expected, "There is no such version");
            }
            @Nullable E event = null;
            try {
                event = types.decode(row.type(), row.schemaVersion(), row.facts(), row.personal());
                state = evolve.apply(state, event);
            } catch (RuntimeException unreadable) {
                // What it says is left out: it may quote the event.
                return ended(
                        stream,
                        rows,
                        events,
                        event == null ? StreamFault.EVENT_UNREADABLE : StreamFault.EVENT_IMPOSSIBLE,
                        row.version(),
                        "%s v%d: %s"
                                .formatted(
                                        row.type(),
                                        row.schemaVersion(),
                                        unreadable.getClass().getSimpleName()));
            }
            events.add(new FoundStream.Event<>(
                    new RecordedEvent<>(row.id(), row.version(), row.sequence(), row.recordedAt(), event),
                    state,
                    row.traceparent()));
        }
        return new FoundStream<>(stream, events, rows.size(), Optional.empty());
    }

    private static <S, E> FoundStream<S, E> ended(
            UUID stream, List<Row> rows, List<FoundStream.Event<S, E>> events, String kind, long version, String what) {
        return new FoundStream<>(stream, events, rows.size(), Optional.of(new StreamFault(kind, version, what)));
    }
}
