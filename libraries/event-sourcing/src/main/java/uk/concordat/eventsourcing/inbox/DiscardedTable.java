package uk.concordat.eventsourcing.inbox;

import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * What operators have left aside. Of a value only its size and hash are kept: it may hold anything, its turn has passed,
 * and its topic still has it at the place that is kept.
 */
final class DiscardedTable {

    private final String consumer;

    DiscardedTable(String consumer) {
        this.consumer = consumer;
    }

    /**
     * Keeps what is known of a parked record, without its value.
     *
     * @return false if it is parked no longer
     * @throws uk.concordat.eventsourcing.database.UniquenessViolated if another has discarded it meanwhile
     */
    boolean keep(Transaction transaction, UUID id, Intake.Discarding why) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Boolean> kept = roundTrip.query(
                """
                insert into discarded (tenant, id, consumer, source, subject, sequence, topic, topic_partition, topic_offset,
                  attributes, value_bytes, value_sha256, kind, cause, parked_at, reason, operator)
                select tenant, id, consumer, source, subject, sequence, topic, topic_partition, topic_offset,
                  (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(headers) where key like 'ce\\_%'),
                  coalesce(length(value), 0), encode(sha256(coalesce(value, '')), 'hex'), kind, cause, parked_at, ?, ?
                from parked where tenant = ? and consumer = ? and id = ?
                returning true""",
                row -> row.getBoolean(1),
                why.reason(),
                why.operator(),
                transaction.tenant().key(),
                consumer,
                id);
        roundTrip.send();
        return kept.first().orElse(false);
    }
}
