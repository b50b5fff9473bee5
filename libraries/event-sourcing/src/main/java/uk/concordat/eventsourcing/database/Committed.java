package uk.concordat.eventsourcing.database;

/**
 * A transaction that has been committed.
 *
 * @param roundTrips how often it went to the database, its one commit included
 * @param hasMessages whether it has put messages into the outbox
 */
public record Committed(int roundTrips, boolean hasMessages) {}
