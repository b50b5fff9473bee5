package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;

/**
 * Numbers for references: unique in the council, gaps allowed. They are reserved in blocks before a command begins, so
 * that no command waits for another's commit on a counter's row.
 */
@ApplicationScoped
public class ReferenceNumbers {

    private static final int BLOCK = 20;

    private record Block(long next, long last) {}

    private final Transactions transactions;
    private final Map<Tenant, Block> blocks = new ConcurrentHashMap<>();

    public ReferenceNumbers(Transactions transactions) {
        this.transactions = transactions;
    }

    public long next(Tenant council) {
        Block used = blocks.compute(
                council,
                (_, block) ->
                        block == null || block.next() > block.last() ? advanced(reserve(council)) : advanced(block));
        return used.next() - 1;
    }

    private static Block advanced(Block block) {
        return new Block(block.next() + 1, block.last());
    }

    private Block reserve(Tenant council) {
        long reserved = transactions.in(council, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            Pending<Long> last = roundTrip.query("""
                    insert into enquiry_number as present (tenant, reserved) values (?, ?)
                    on conflict (tenant) do update set reserved = present.reserved + excluded.reserved
                    returning reserved""", row -> row.getLong(1), council.key(), BLOCK);
            roundTrip.send();
            return last.only();
        });
        return new Block(reserved - BLOCK + 1, reserved);
    }
}
