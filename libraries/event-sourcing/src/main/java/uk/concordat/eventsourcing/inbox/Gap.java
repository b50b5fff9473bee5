package uk.concordat.eventsourcing.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A subject that waits for a record that has not come.
 *
 * @param lastTaken the last sequence taken in; 0 if none was
 * @param nextParked the first sequence that waits behind the hole
 * @param nextParkedId the parked record that has it
 * @param waiting how many records wait behind the hole
 * @param since when the first of them was parked
 */
public record Gap(
        String consumer,
        String source,
        String subject,
        long lastTaken,
        long nextParked,
        UUID nextParkedId,
        long waiting,
        Instant since) {

    public long needed() {
        return lastTaken + 1;
    }
}
