package uk.concordat.eventsourcing.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A record that waits, as an operator may see it.
 *
 * @param type what it says it is; empty where it does not say
 * @param kind {@code early}, which goes on by itself, or {@code broken}
 * @param cause why it waits; it quotes nothing
 * @param behind how many later records of its subject wait behind it
 * @param isItsTurn whether the one before it has been taken in
 */
public record ParkedRecord(
        UUID id,
        String consumer,
        String source,
        String subject,
        long sequence,
        Optional<String> type,
        String topic,
        Optional<Integer> partition,
        Optional<Long> offset,
        String kind,
        String cause,
        Instant parkedAt,
        long behind,
        boolean isItsTurn) {}
