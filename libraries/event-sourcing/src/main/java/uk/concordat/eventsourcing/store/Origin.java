package uk.concordat.eventsourcing.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Where an append comes from.
 *
 * @param actor the person who acted; empty when the system reacted
 * @param traceparent the W3C trace context it happened in
 */
public record Origin(Optional<UUID> actor, Optional<String> traceparent) {

    public static Origin system(Optional<String> traceparent) {
        return new Origin(Optional.empty(), traceparent);
    }
}
