package uk.concordat.eventsourcing.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;

/**
 * Takes whole documents in, of which only the newest counts: a subject's sequence is its version, which only grows, and
 * holes are normal. One that cannot be taken in is parked beside the one before it, which stays; it holds up nobody, and
 * waits until it can be, or until a newer one comes. The effect leaves aside what is older than what it has.
 */
public final class Documents implements Intake {

    private record Subject(String source, String subject) {}

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final Consumer<Transaction> NOTHING = _ -> {};

    private final String consumer;
    private final Transactions transactions;
    private final Senders senders;
    private final TakenTable taken;
    private final ParkedTable parked;
    private final DiscardedTable discarded;

    /**
     * @param consumer the name under which documents count as taken in
     * @param deadLetterTopic where a parked record is copied to, with its cause
     * @param senders whose documents it takes; a record of another is broken
     */
    public Documents(String consumer, Transactions transactions, String deadLetterTopic, Senders senders) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.senders = senders;
        this.taken = new TakenTable(consumer);
        this.parked = new ParkedTable(consumer, new DeadLetters(deadLetterTopic));
        this.discarded = new DiscardedTable(consumer);
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    /**
     * Takes a document in, or parks it; afterwards its offset may be committed.
     *
     * @throws DatabaseUnavailable if neither was possible because the database is away: deliver it again
     */
    public void receive(Tenant tenant, IncomingRecord record, Effect effect) {
        switch (Reading.of(record, senders)) {
            case Reading.Broken(Place place, String cause) ->
                park(tenant, record, place, new Waiting.Unreadable(cause), NOTHING);
            case Reading.Readable(Message message) -> take(tenant, record, message, effect, NOTHING);
        }
    }

    /**
     * Takes many in, those that can be together in one transaction: of each subject the newest, since it would have taken
     * the place of the others. Where that fails one of them is at fault, or several, and it is done with each half: what
     * is sound goes on, and what is not comes to stand alone and is parked.
     *
     * @param neither told of each that could be neither taken in nor parked, and why
     * @throws DatabaseUnavailable if the database is away: deliver all of them again
     */
    public void receiveAll(
            Tenant tenant,
            List<IncomingRecord> records,
            DocumentsEffect effect,
            BiConsumer<IncomingRecord, RuntimeException> neither) {
        if (records.size() == 1) {
            receiveAlone(tenant, records.getFirst(), effect, neither);
        } else if (!records.isEmpty() && !takeTogether(tenant, records, effect)) {
            int half = records.size() / 2;
            receiveAll(tenant, records.subList(0, half), effect, neither);
            receiveAll(tenant, records.subList(half, records.size()), effect, neither);
        }
    }

    private void receiveAlone(
            Tenant tenant,
            IncomingRecord record,
            DocumentsEffect effect,
            BiConsumer<IncomingRecord, RuntimeException> neither) {
        try {
            receive(tenant, record, effect.ofOne());
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            neither.accept(record, failure);
        }
    }

    private boolean takeTogether(Tenant tenant, List<IncomingRecord> records, DocumentsEffect effect) {
        Map<Subject, Message> newest = new LinkedHashMap<>();
        for (IncomingRecord record : records) {
            if (!(Reading.of(record, senders) instanceof Reading.Readable(Message message))) {
                return false;
            }
            newest.merge(
                    new Subject(message.source(), message.subject()),
                    message,
                    (one, other) -> other.sequence() > one.sequence() ? other : one);
        }
        List<Message> documents = List.copyOf(newest.values());
        try {
            return transactions.untilWon(tenant, transaction -> {
                effect.apply(transaction, documents);
                taken.rememberUpTo(
                        transaction, documents.stream().map(Message::place).toList());
                return true;
            });
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException | Error failure) {
            LOG.debug("{} documents cannot be taken in together", documents.size(), new DiscreetFailure(failure));
            return false;
        }
    }

    @Override
    public void retryEarly(Tenant tenant, Effect effect) {
        List<UUID> waiting = transactions.in(tenant, parked::early);
        waiting.forEach(id -> replay(tenant, id, effect, NOTHING));
    }

    @Override
    public Replayed replay(Tenant tenant, UUID id, Effect effect, Consumer<Transaction> noted) {
        Optional<ParkedTable.Parked> found = transactions.in(tenant, transaction -> parked.find(transaction, id));
        if (found.isEmpty()) {
            return new Replayed.NoLonger();
        }
        IncomingRecord record = found.get().record();
        return switch (Reading.of(record, senders)) {
            case Reading.Broken(Place _, String cause) ->
                park(tenant, record, found.get().place(), new Waiting.Unreadable(cause), noted);
            case Reading.Readable(Message message) -> {
                // Read by this build, it may have another place than the one where it was parked.
                boolean moves = !message.place().equals(found.get().place());
                yield take(
                        tenant,
                        record,
                        message,
                        effect,
                        moves ? noted.andThen(transaction -> parked.remove(transaction, id)) : noted);
            }
        };
    }

    @Override
    public Discarded discard(Tenant tenant, UUID id, Effect effect, Discarding why, Consumer<Transaction> noted) {
        return transactions.untilWon(tenant, transaction -> {
            Optional<ParkedTable.Parked> found = parked.find(transaction, id);
            if (found.isEmpty() || !discarded.keep(transaction, found.get(), why)) {
                return new Discarded.NoLonger();
            }
            // Only this one: an older one, now or later, may be newer than what is there.
            parked.remove(transaction, id);
            noted.accept(transaction);
            return new Discarded.LeftAside();
        });
    }

    private Replayed take(
            Tenant tenant, IncomingRecord record, Message message, Effect effect, Consumer<Transaction> noted) {
        try {
            return transactions.untilWon(tenant, transaction -> {
                effect.apply(transaction, message);
                taken.rememberUpTo(transaction, message.place());
                noted.accept(transaction);
                return new Replayed.TakenIn();
            });
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException | Error failure) {
            return park(tenant, record, message.place(), Waiting.after(failure, record), noted);
        }
    }

    private Replayed park(
            Tenant tenant, IncomingRecord record, Place place, Waiting waiting, Consumer<Transaction> noted) {
        return transactions.in(tenant, transaction -> {
            parked.park(transaction, record, place, waiting);
            noted.accept(transaction);
            return waiting.stillWaits();
        });
    }
}
