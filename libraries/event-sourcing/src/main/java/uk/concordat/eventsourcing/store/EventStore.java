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
    private final StreamMemory<S, E> memory;

    public EventStore(
            String streamType,
            EventTypes<E> types,
            S initial,
            BiFunction<S, E, S> evolve,
            Publisher<S, E> publisher,
            List<View<S>> views) {
        this(streamType, types, initial, evolve, publisher, views, new StreamMemory<>(0));
    }

    private EventStore(
            String streamType,
            EventTypes<E> types,
            S initial,
            BiFunction<S, E, S> evolve,
            Publisher<S, E> publisher,
            List<View<S>> views,
            StreamMemory<S, E> memory) {
        this.streamType = streamType;
        this.types = types;
        this.initial = initial;
        this.evolve = evolve;
        this.publisher = publisher;
        this.views = List.copyOf(views);
        this.memory = memory;
    }

    /**
     * A store that keeps the states of its streams in memory and reads only what has come after them; for few and long
     * streams.
     *
     * @param mostEvents how many events all that is kept may have been folded from
     */
    public EventStore<S, E> remembering(long mostEvents) {
        return new EventStore<>(streamType, types, initial, evolve, publisher, views, new StreamMemory<>(mostEvents));
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

    /** Asks for a stream's events, all of them; {@link #fold} them once the round trip has been sent. */
    public Pending<RecordedEvent<E>> load(RoundTrip roundTrip, Transaction transaction, UUID stream) {
        return loadFrom(1, roundTrip, transaction, stream);
    }

    private Pending<RecordedEvent<E>> loadFrom(
            long version, RoundTrip roundTrip, Transaction transaction, UUID stream) {
        return roundTrip.query(
                """
                select event_id, version, sequence, recorded_at, type, schema_version, facts, personal from event
                where tenant = ? and stream_type = ? and stream_id = ? and version >= ? order by version""",
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
                stream,
                version);
    }

    /** The stream as these events make it. */
    public Stream<S, E> fold(UUID stream, List<RecordedEvent<E>> events) {
        return foldOn(new Stream<>(stream, initial, List.of()), events);
    }

    private Stream<S, E> foldOn(Stream<S, E> before, List<RecordedEvent<E>> events) {
        S state = before.state();
        List<RecordedEvent<E>> all = new ArrayList<>(before.events());
        for (RecordedEvent<E> recorded : events) {
            state = evolve.apply(state, recorded.event());
            all.add(recorded);
        }
        return new Stream<>(before.id(), state, all);
    }

    /** Asks for a stream: for what has come after what is remembered of it, else for all of it. */
    public Loading<S, E> loading(RoundTrip roundTrip, Transaction transaction, UUID stream) {
        Optional<Stream<S, E>> remembered = memory.find(transaction.tenant(), stream);
        Pending<RecordedEvent<E>> events =
                loadFrom(remembered.map(Stream::version).orElse(1L), roundTrip, transaction, stream);
        return new Loading<>(() -> remembered
                .map(known -> readOn(transaction, known, events.list()))
                .orElseGet(() -> noted(transaction, fold(stream, events.list()))));
    }

    /**
     * The newest event that is remembered is read once more with those after it. Where it is not what is stored, as when
     * the database was put back to an earlier state, nothing that is remembered holds.
     */
    private Stream<S, E> readOn(Transaction transaction, Stream<S, E> known, List<RecordedEvent<E>> events) {
        if (!events.isEmpty()
                && events.getFirst().id().equals(known.events().getLast().id())) {
            return noted(transaction, foldOn(known, events.subList(1, events.size())));
        }
        memory.forget(transaction.tenant(), known.id());
        return load(transaction, known.id());
    }

    /** What a transaction has read or written is what is stored only once it has been committed. */
    private Stream<S, E> noted(Transaction transaction, Stream<S, E> stream) {
        if (memory.isKept()) {
            transaction.onceCommitted(() -> memory.remember(transaction.tenant(), stream));
        }
        return stream;
    }

    /** Loads a stream in a round trip of its own. */
    public Stream<S, E> load(Transaction transaction, UUID stream) {
        RoundTrip roundTrip = transaction.roundTrip();
        Loading<S, E> loading = loading(roundTrip, transaction, stream);
        roundTrip.send();
        return loading.stream();
    }

    /** A stream as it was at a version, with all its events until then. */
    public Stream<S, E> loadAt(Transaction transaction, UUID stream, long version) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<RecordedEvent<E>> events = load(roundTrip, transaction, stream);
        roundTrip.send();
        return fold(
                stream,
                events.list().stream()
                        .filter(event -> event.version() <= version)
                        .toList());
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
        StreamLock.share(roundTrip, transaction, streamType, loaded.id());
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
        return noted(transaction, new Stream<>(loaded.id(), state, all));
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
