package uk.concordat.eventsourcing.walk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work that goes through all streams of a type, and how far it has come.
 *
 * @param work such as {@code rebuild of a_view}
 * @param doneTo the last stream that is done, in the order of ids
 * @param changed what it has changed or sent so far
 * @param unreadable streams that could not be read to their end and were left as they are
 * @param begunAt real time
 * @param finishedAt real time; empty while it goes on
 */
public record Walk(
        String work,
        Optional<UUID> doneTo,
        long streams,
        long events,
        long changed,
        long unreadable,
        Instant begunAt,
        Optional<Instant> finishedAt) {

    public boolean isUnderWay() {
        return finishedAt.isEmpty();
    }
}
