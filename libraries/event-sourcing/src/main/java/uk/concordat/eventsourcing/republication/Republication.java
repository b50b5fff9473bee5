package uk.concordat.eventsourcing.republication;

import java.util.List;
import java.util.UUID;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.FoundStream;
import uk.concordat.eventsourcing.store.Messages;
import uk.concordat.eventsourcing.walk.StreamWalk;

/**
 * Tells a topic again what it was told, through the outbox: for a topic that was lost. Who has taken a message in passes over
 * the double, for its id and sequence are the same. A stream of which it cannot be said for sure what was told is left out.
 */
public final class Republication<S, E> implements StreamWalk.Treatment<S, E> {

    private static final String WORK = "republication of ";

    private final Messages<S, E> messages;

    private Republication(EventStore<S, E> store) {
        this.messages = new Messages<>(store.publisher());
    }

    /** The walk that tells again of all of a store's streams. */
    public static <S, E> StreamWalk<S, E> of(Transactions transactions, EventStore<S, E> store) {
        return new StreamWalk<>(transactions, store, workOf(store.streamType()), new Republication<>(store));
    }

    /** What it is called among the walks. */
    public static String workOf(String streamType) {
        return WORK + streamType;
    }

    /**
     * Tells again of one stream.
     *
     * @return how much was sent, which is nothing where there is no such stream or it is left out
     */
    public static <S, E> long ofOne(Transaction transaction, EventStore<S, E> store, UUID stream) {
        store.streams().hold(transaction, stream);
        List<FoundStream<S, E>> found = store.streams().read(transaction, List.of(stream)).stream()
                .filter(FoundStream::isReadable)
                .toList();
        return new Republication<>(store).treat(transaction, found).changed();
    }

    /**
     * Tells again the newest message of one subject of a stream.
     *
     * @param after the sequence that it must be newer than
     * @return whether there is one
     */
    public static <S, E> boolean ofSubject(
            Transaction transaction, EventStore<S, E> store, UUID stream, String subject, long after) {
        store.streams().hold(transaction, stream);
        Messages<S, E> messages = new Messages<>(store.publisher());
        RoundTrip sending = transaction.roundTrip();
        boolean found = store.streams().read(transaction, List.of(stream)).stream()
                .filter(FoundStream::isReadable)
                .filter(read -> messages.fault(transaction.tenant(), read).isEmpty())
                .flatMap(read -> messages.of(transaction.tenant(), read).reversed().stream())
                .filter(message -> message.publication().subject().equals(subject))
                .findFirst()
                .filter(message -> message.recorded().sequence() > after)
                .map(message -> {
                    message.send(sending, transaction);
                    return true;
                })
                .orElse(false);
        sending.send();
        return found;
    }

    @Override
    public StreamWalk.Treated treat(Transaction transaction, List<FoundStream<S, E>> streams) {
        Tenant tenant = transaction.tenant();
        RoundTrip sending = transaction.manyUpdates();
        long sent = 0;
        long leftOut = 0;
        for (FoundStream<S, E> stream : streams) {
            if (messages.fault(tenant, stream).isPresent()) {
                leftOut++;
            } else {
                for (Messages.Message message : messages.of(tenant, stream)) {
                    message.send(sending, transaction);
                    sent++;
                }
            }
        }
        sending.send();
        return new StreamWalk.Treated(sent, leftOut);
    }
}
