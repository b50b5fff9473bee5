package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;

/**
 * Takes messages in exactly once and each subject's in the order of their sequence: effect and memory of it commit
 * together. A record that is broken, or early, is parked and its subject waits behind it; other subjects go on.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int RACES = 20;

    private final Transactions transactions;
    private final InboxTables tables;

    /**
     * @param consumer the name under which messages count as taken in
     * @param deadLetterTopic where a broken record is copied to, with its cause
     */
    public Inbox(String consumer, Transactions transactions, String deadLetterTopic) {
        this.transactions = transactions;
        this.tables = new InboxTables(consumer, deadLetterTopic);
    }

    /**
     * Takes a record in; afterwards its offset may be committed.
     *
     * @throws DatabaseUnavailable if it was not taken in because the database is away: deliver it again
     */
    public void receive(Tenant tenant, IncomingRecord record, Effect effect) {
        switch (Reading.of(record)) {
            case Reading.Broken broken -> park(tenant, record, broken);
            case Reading.Readable(Message message) -> {
                take(tenant, record, message, effect);
                goOn(tenant, message.source(), message.subject(), effect);
            }
        }
    }

    /** Tries again what was parked because it was early; to be called when something others may wait for has arrived. */
    public void retryEarly(Tenant tenant, Effect effect) {
        List<InboxTables.Subject> waiting = transactions.in(tenant, tables::subjectsWithEarlyRecords);
        waiting.forEach(subject -> goOn(tenant, subject.source(), subject.subject(), effect));
    }

    private void take(Tenant tenant, IncomingRecord record, Message message, Effect effect) {
        try {
            racing(() -> transactions.in(tenant, transaction -> {
                long last = tables.lastTaken(transaction, message);
                if (message.sequence() > last + 1) {
                    tables.park(
                            transaction,
                            record,
                            message.source(),
                            message.subject(),
                            message.sequence(),
                            "early",
                            "sequence " + message.sequence() + " came after " + last);
                } else if (message.sequence() == last + 1) {
                    apply(transaction, message, effect);
                }
                return last;
            }));
        } catch (NotYet early) {
            parkCause(tenant, record, message, "early", early.reason());
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.error("A record of {} could not be taken in and is parked", record.topic(), failure);
            parkCause(tenant, record, message, "broken", failure.getClass().getSimpleName());
        }
    }

    /** Takes in what waited for the record that just arrived, one transaction each. */
    private void goOn(Tenant tenant, String source, String subject, Effect effect) {
        Optional<IncomingRecord> next = transactions.in(tenant, tx -> tables.nextParked(tx, source, subject));
        while (next.isPresent()) {
            if (!(Reading.of(next.get()) instanceof Reading.Readable(Message message))) {
                return;
            }
            take(tenant, next.get(), message, effect);
            boolean taken = transactions.in(tenant, tx -> tables.lastTaken(tx, message)) >= message.sequence();
            next = taken ? transactions.in(tenant, tx -> tables.nextParked(tx, source, subject)) : Optional.empty();
        }
    }

    private void apply(Transaction transaction, Message message, Effect effect) {
        effect.apply(transaction, message);
        tables.taken(transaction, message);
    }

    private void park(Tenant tenant, IncomingRecord record, Reading.Broken broken) {
        transactions.in(tenant, transaction -> {
            tables.park(
                    transaction,
                    record,
                    broken.source(),
                    broken.subject(),
                    broken.sequence(),
                    "broken",
                    broken.cause());
            return broken;
        });
    }

    private void parkCause(Tenant tenant, IncomingRecord record, Message message, String kind, String cause) {
        park(tenant, record, message.source(), message.subject(), message.sequence(), kind, cause);
    }

    private void park(
            Tenant tenant,
            IncomingRecord record,
            String source,
            String subject,
            long sequence,
            String kind,
            String cause) {
        transactions.in(tenant, transaction -> {
            tables.park(transaction, record, source, subject, sequence, kind, cause);
            return cause;
        });
    }

    /** Whoever loses a race for a version decides anew. */
    private static <T> T racing(Supplier<T> work) {
        for (int attempt = 1; attempt < RACES; attempt++) {
            try {
                return work.get();
            } catch (UniquenessViolated lost) {
                LOG.debug("A race was lost; deciding anew", lost);
            }
        }
        return work.get();
    }
}
