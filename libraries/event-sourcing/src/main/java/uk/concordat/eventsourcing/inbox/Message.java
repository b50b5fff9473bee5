package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A CloudEvent that has been read. */
public record Message(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Optional<String> traceparent,
        JsonNode data) {

    Place place() {
        return new Place(source, subject, sequence);
    }
}
