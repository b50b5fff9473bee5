package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;

/**
 * Numbers for references: unique in the council, gaps allowed. They are reserved in blocks before a command begins, so
 * that no command waits for another's commit on a counter's row; nor does one wait for another that reserves.
 */
@ApplicationScoped
public class ReferenceNumbers {

    private static final int BLOCK = 20;

    /** Numbers that this replica alone may give away. */
    private record Block(AtomicLong next, long last) {

        static Block endingWith(long last) {
            return new Block(new AtomicLong(last - BLOCK + 1), last);
        }

        OptionalLong take() {
            long number = next.getAndIncrement();
            return number <= last ? OptionalLong.of(number) : OptionalLong.empty();
        }
    }

    private final Transactions transactions;
    private final Map<Tenant, Block> blocks = new ConcurrentHashMap<>();

    public ReferenceNumbers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The next number of a council; empty if this service has not heard of the council. */
    public OptionalLong next(Tenant council) {
        Block block = blocks.get(council);
        OptionalLong number = block == null ? OptionalLong.empty() : block.take();
        return number.isPresent() ? number : reserve(council);
    }

    /** Of two who reserve at once each gets a block, and what is left of one is a gap. */
    private OptionalLong reserve(Tenant council) {
        Optional<Block> reserved = transactions.in(council, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            Pending<Long> last = roundTrip.query("""
                    insert into enquiry_number as present (tenant, reserved)
                    select council, ? from council_register where council = ?
                    on conflict (tenant) do update set reserved = present.reserved + excluded.reserved
                    returning reserved""", row -> row.getLong(1), BLOCK, council.key());
            roundTrip.send();
            return last.first().map(Block::endingWith);
        });
        return reserved.map(block -> {
                    // Its own number first: others may take all the rest as soon as they see the block.
                    OptionalLong number = block.take();
                    blocks.put(council, block);
                    return number;
                })
                .orElse(OptionalLong.empty());
    }
}
