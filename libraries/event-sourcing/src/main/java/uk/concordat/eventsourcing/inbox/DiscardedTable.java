package uk.concordat.eventsourcing.inbox;

import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * What operators have left aside. Of a value only its size and hash are kept, and of headers the attributes that may be
 * seen: they may hold anything, its turn has passed, and its topic still has it at the place that is kept.
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
    boolean keep(Transaction transaction, ParkedTable.Parked parked, Intake.Discarding why) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Boolean> kept = roundTrip.query(
                """
                insert into discarded (tenant, id, consumer, source, subject, sequence, topic, topic_partition, topic_offset,
                  attributes, value_bytes, value_sha256, kind, cause, parked_at, reason, operator)
                select tenant, id, consumer, source, subject, sequence, topic, topic_partition, topic_offset, ?::jsonb,
                  coalesce(length(value), 0), encode(sha256(coalesce(value, '')), 'hex'), kind, cause, parked_at, ?, ?
                from parked where tenant = ? and consumer = ? and id = ?
                returning true""",
                row -> row.getBoolean(1),
                ParkedRows.write(Attributes.of(parked.record().headers())),
                why.reason(),
                why.operator(),
                transaction.tenant().key(),
                consumer,
                parked.id());
        roundTrip.send();
        return kept.first().orElse(false);
    }
}
