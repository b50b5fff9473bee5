package uk.concordat.eventsourcing.store;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * The streams of one type in PostgreSQL. An append writes events, outgoing messages and views in the transaction that
 * it is given; the unique key of tenant, stream and version lets only one of two concurrent appends through.
 *
 * @param <S> the state a stream folds to
 * @param <E> its events
 */
public final class EventStore<S, E> {

    private final String streamType;
    private final EventTypes<E> types;
    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final Publisher<S, E> publisher;
    private final List<View<S>> views;

    public EventStore(
            String streamType,
            EventTypes<E> types,
            S initial,
            BiFunction<S, E, S> evolve,
            Publisher<S, E> publisher,
            List<View<S>> views) {
        this.streamType = streamType;
        this.types = types;
        this.initial = initial;
        this.evolve = evolve;
        this.publisher = publisher;
        this.views = List.copyOf(views);
    }

    /** What its streams are called on disk. */
    public String streamType() {
        return streamType;
    }

    public List<View<S>> views() {
        return views;
    }

    public Publisher<S, E> publisher() {
        return publisher;
    }

    /** All of its streams. */
    public StoredStreams<S, E> streams() {
        return new StoredStreams<>(streamType, types, initial, evolve);
    }

    /** Asks for a stream's events; {@link #fold} them once the round trip has been sent. */
    public Pending<RecordedEvent<E>> load(RoundTrip roundTrip, Transaction transaction, UUID stream) {
        return roundTrip.query(
                """
                select event_id, version, sequence, recorded_at, type, schema_version, facts, personal from event
                where tenant = ? and stream_type = ? and stream_id = ? order by version""",
                row -> new RecordedEvent<>(
                        row.getObject("event_id", UUID.class),
                        row.getLong("version"),
                        row.getLong("sequence"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        types.decode(
                                row.getString("type"),
                                row.getInt("schema_version"),
                                row.getString("facts"),
                                row.getString("personal"))),
                transaction.tenant().key(),
                streamType,
                stream);
    }

    /** The stream as these events make it. */
    public Stream<S, E> fold(UUID stream, List<RecordedEvent<E>> events) {
        S state = initial;
        for (RecordedEvent<E> recorded : events) {
            state = evolve.apply(state, recorded.event());
        }
        return new Stream<>(stream, state, events);
    }

    /** Loads a stream in a round trip of its own. */
    public Stream<S, E> load(Transaction transaction, UUID stream) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<RecordedEvent<E>> events = load(roundTrip, transaction, stream);
        roundTrip.send();
        return fold(stream, events.list());
    }

    /**
     * Adds to the round trip the writing of these events after those that were loaded.
     *
     * @return the stream as it is if the transaction commits
     * @throws uk.concordat.eventsourcing.database.UniquenessViolated when sent, if another append came first: decide anew
     */
    public Stream<S, E> append(
            RoundTrip roundTrip, Transaction transaction, Stream<S, E> loaded, List<E> events, Origin origin) {
        if (events.isEmpty()) {
            return loaded;
        }
        List<RecordedEvent<E>> all = new ArrayList<>(loaded.events());
        S state = loaded.state();
        long version = loaded.version();
        long sequence = loaded.sequence();
        Instant now = transaction.now();
        if (!views.isEmpty()) {
            StreamLock.share(roundTrip, transaction, streamType, loaded.id());
        }
        for (E event : events) {
            version++;
            state = evolve.apply(state, event);
            Optional<Publication> publication = publisher.publish(transaction.tenant(), loaded.id(), event, state);
            if (publication.isPresent()) {
                sequence++;
            }
            RecordedEvent<E> recorded =
                    new RecordedEvent<>(Generators.timeBasedEpochGenerator().generate(), version, sequence, now, event);
            write(roundTrip, transaction, loaded.id(), recorded, origin);
            publication.ifPresent(message -> Outbox.add(roundTrip, transaction, recorded, message, origin));
            all.add(recorded);
        }
        for (View<S> view : views) {
            view.show(roundTrip, transaction.tenant(), loaded.id(), state, version);
        }
        return new Stream<>(loaded.id(), state, all);
    }

    private void write(
            RoundTrip roundTrip, Transaction transaction, UUID stream, RecordedEvent<E> recorded, Origin origin) {
        EventTypes.Encoded encoded = types.encode(recorded.event());
        roundTrip.update(
                """
                insert into event (tenant, stream_type, stream_id, version, event_id, type, schema_version, facts,
                  personal, sequence, recorded_at, actor, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""",
                transaction.tenant().key(),
                streamType,
                stream,
                recorded.version(),
                recorded.id(),
                encoded.type(),
                encoded.version(),
                encoded.facts(),
                encoded.personal(),
                recorded.sequence(),
                recorded.recordedAt(),
                origin.actor().orElse(null),
                origin.traceparent().orElse(null));
    }
}
