package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.store.UnknownEventType;

/**
 * Takes messages in exactly once and each subject's in the order of their sequence: effect and memory of it commit
 * together. A record that is broken, or early, is parked and its subject waits behind it; other subjects go on.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Transactions transactions;
    private final TakenTable taken;
    private final ParkedTable parked;

    /**
     * @param consumer the name under which messages count as taken in
     * @param deadLetterTopic where a parked record is copied to, with its cause
     */
    public Inbox(String consumer, Transactions transactions, String deadLetterTopic) {
        this.transactions = transactions;
        this.taken = new TakenTable(consumer);
        this.parked = new ParkedTable(consumer, new DeadLetters(deadLetterTopic));
    }

    /**
     * Takes a record in, or parks it; afterwards its offset may be committed.
     *
     * @throws DatabaseUnavailable if neither was possible because the database is away: deliver it again
     */
    public void receive(Tenant tenant, IncomingRecord record, Effect effect) {
        switch (Reading.of(record)) {
            case Reading.Broken(Place place, String cause) ->
                park(tenant, record, place, new Waiting.Unreadable(cause));
            case Reading.Readable(Message message) -> {
                take(tenant, record, message, effect);
                goOn(tenant, new ParkedTable.Subject(message.source(), message.subject()), effect);
            }
        }
    }

    /** Tries again what was parked because it was early; to be called when something others may wait for has arrived. */
    public void retryEarly(Tenant tenant, Effect effect) {
        List<ParkedTable.Subject> waiting = transactions.in(tenant, parked::subjectsWithEarlyRecords);
        waiting.forEach(subject -> goOn(tenant, subject, effect));
    }

    private void take(Tenant tenant, IncomingRecord record, Message message, Effect effect) {
        Place place = message.place();
        try {
            transactions.untilWon(tenant, transaction -> {
                long last = taken.last(transaction, place);
                if (place.sequence() > last + 1) {
                    parked.park(
                            transaction,
                            record,
                            place,
                            new Waiting.Early("sequence " + place.sequence() + " came after " + last));
                } else if (place.sequence() == last + 1) {
                    effect.apply(transaction, message);
                    taken.remember(transaction, place);
                }
                return last;
            });
        } catch (NotYet early) {
            park(tenant, record, place, new Waiting.Early(early.reason()));
        } catch (UnknownEventType newer) {
            park(tenant, record, place, new Waiting.Early("waits for a newer build"));
        } catch (UniquenessViolated lost) {
            park(tenant, record, place, new Waiting.Early("lost too many races"));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.error("A record of {} could not be taken in and is parked", record.topic(), failure);
            park(tenant, record, place, new Waiting.Failed(failure.getClass().getSimpleName()));
        }
    }

    /** Takes in what waited for the record that just arrived, one transaction each. */
    private void goOn(Tenant tenant, ParkedTable.Subject subject, Effect effect) {
        Optional<IncomingRecord> next = transactions.in(tenant, transaction -> parked.next(transaction, subject));
        while (next.isPresent() && Reading.of(next.get()) instanceof Reading.Readable(Message message)) {
            take(tenant, next.get(), message, effect);
            next = transactions.in(
                    tenant,
                    transaction -> taken.last(transaction, message.place()) < message.sequence()
                            ? Optional.empty()
                            : parked.next(transaction, subject));
        }
    }

    private void park(Tenant tenant, IncomingRecord record, Place place, Waiting waiting) {
        transactions.in(tenant, transaction -> {
            parked.park(transaction, record, place, waiting);
            return place;
        });
    }
}
