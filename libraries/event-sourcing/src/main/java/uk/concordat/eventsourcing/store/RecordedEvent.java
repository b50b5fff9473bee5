package uk.concordat.eventsourcing.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as the store keeps it.
 *
 * @param id unique for ever; also the id of the message that tells of it
 * @param version 1 for a stream's first event, then without holes
 * @param sequence how many of the stream's events, this one included, its topic has been told of
 * @param recordedAt business time at which it was written
 */
public record RecordedEvent<E>(UUID id, long version, long sequence, Instant recordedAt, E event) {}
