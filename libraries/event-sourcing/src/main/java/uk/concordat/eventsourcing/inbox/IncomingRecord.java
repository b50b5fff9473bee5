package uk.concordat.eventsourcing.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as the broker delivered it, before anybody has made sense of it. */
public record IncomingRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value) {}
