package uk.concordat.eventsourcing.relay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message that waits to be sent. */
record OutboxRow(long position, String topic, String key, Map<String, String> headers, byte @Nullable [] value) {

    /** Within it order is kept: the next is sent only after the last was acknowledged. */
    String orderKey() {
        return topic + "/" + key;
    }

    int bytes() {
        return value == null ? 0 : value.length;
    }
}
