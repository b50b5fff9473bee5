package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A CloudEvent that has been read.
 *
 * @param time when it happened, as its source says; empty where it says nothing that is a time
 */
public record Message(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Optional<Instant> time,
        Optional<String> traceparent,
        JsonNode data) {

    Place place() {
        return new Place(source, subject, sequence);
    }
}
