package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;

/**
 * Takes messages in exactly once and each subject's in the order of their sequence: effect and memory of it commit
 * together. A record that is broken, or early, is parked and its subject waits behind it; other subjects go on.
 *
 * <p>Exactly once and in order, because {@link TakenTable} tells the last one that was taken in and keeps its row until the
 * transaction ends, and only the one after it has an effect. Of two transactions that take in the same one, the second
 * waits for that row and then finds it taken in; where there is no row yet, the second insert fails and is tried anew.
 */
public final class Inbox implements Intake {

    private static final Consumer<Transaction> NOTHING = _ -> {};

    private final String consumer;
    private final Transactions transactions;
    private final Senders senders;
    private final TakenTable taken;
    private final ParkedTable parked;
    private final DiscardedTable discarded;

    /**
     * @param consumer the name under which messages count as taken in
     * @param deadLetterTopic where a parked record is copied to, with its cause
     */
    public Inbox(String consumer, Transactions transactions, String deadLetterTopic) {
        this(consumer, transactions, deadLetterTopic, (_, _) -> true);
    }

    /** @param senders whose messages it takes; a record of another is broken */
    public Inbox(String consumer, Transactions transactions, String deadLetterTopic, Senders senders) {
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
        return true;
    }

    /**
     * Takes a record in, or parks it; afterwards its offset may be committed.
     *
     * @throws DatabaseUnavailable if neither was possible because the database is away: deliver it again
     */
    public void receive(Tenant tenant, IncomingRecord record, Effect effect) {
        switch (Reading.of(record, senders)) {
            case Reading.Broken(Place place, String cause) ->
                park(tenant, record, place, new Waiting.Unreadable(cause), NOTHING);
            case Reading.Readable(Message message) -> {
                take(tenant, record, message, effect, NOTHING);
                goOn(tenant, subject(message.place()), effect);
            }
        }
    }

    @Override
    public void retryEarly(Tenant tenant, Effect effect) {
        List<ParkedTable.Subject> waiting = transactions.in(tenant, parked::subjectsWithEarlyRecords);
        waiting.forEach(subject -> goOn(tenant, subject, effect));
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
                Replayed replayed = take(
                        tenant,
                        record,
                        message,
                        effect,
                        moves ? noted.andThen(transaction -> parked.remove(transaction, id)) : noted);
                goOn(tenant, subject(message.place()), effect);
                yield replayed;
            }
        };
    }

    @Override
    public Discarded discard(Tenant tenant, UUID id, Effect effect, Discarding why, Consumer<Transaction> noted) {
        Optional<ParkedTable.Parked> found = transactions.in(tenant, transaction -> parked.find(transaction, id));
        if (found.isEmpty()) {
            return new Discarded.NoLonger();
        }
        Place place = found.get().place();
        Discarded result = transactions.untilWon(tenant, transaction -> {
            long last = taken.last(transaction, place);
            if (place.sequence() > last + 1) {
                return new Discarded.NotItsTurn(last + 1);
            }
            if (place.sequence() <= last || !discarded.keep(transaction, found.get(), why)) {
                return new Discarded.NoLonger();
            }
            taken.remember(transaction, place);
            noted.accept(transaction);
            return new Discarded.LeftAside();
        });
        goOn(tenant, subject(place), effect);
        return result;
    }

    private Replayed take(
            Tenant tenant, IncomingRecord record, Message message, Effect effect, Consumer<Transaction> noted) {
        Place place = message.place();
        try {
            return transactions.untilWon(tenant, transaction -> {
                long last = taken.last(transaction, place);
                if (place.sequence() > last + 1) {
                    Waiting early = new Waiting.Early("sequence " + place.sequence() + " came after " + last);
                    parked.park(transaction, record, place, early);
                    noted.accept(transaction);
                    return early.stillWaits();
                }
                if (place.sequence() <= last) {
                    return new Replayed.NoLonger();
                }
                effect.apply(transaction, message);
                taken.remember(transaction, place);
                noted.accept(transaction);
                return new Replayed.TakenIn();
            });
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException | Error failure) {
            return park(tenant, record, place, Waiting.after(failure, record), noted);
        }
    }

    /**
     * Takes in what waits for its turn, one transaction each. Nothing is left asleep: it looks in a transaction that begins
     * after its own thread's parking or taking in is committed, so of two threads whichever commits second sees the other's.
     * What waits for something else than its subject is woken by {@link #retryEarly}.
     */
    private void goOn(Tenant tenant, ParkedTable.Subject subject, Effect effect) {
        boolean goesOn = true;
        while (goesOn) {
            Optional<IncomingRecord> next = transactions.in(tenant, transaction -> parked.next(transaction, subject));
            goesOn = next.isPresent()
                    && Reading.of(next.get(), senders) instanceof Reading.Readable(Message message)
                    && !(take(tenant, next.get(), message, effect, NOTHING) instanceof Replayed.StillWaits);
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

    private static ParkedTable.Subject subject(Place place) {
        return new ParkedTable.Subject(place.source(), place.subject());
    }
}
