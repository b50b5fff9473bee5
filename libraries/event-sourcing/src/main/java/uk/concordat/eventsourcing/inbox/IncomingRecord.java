package uk.concordat.eventsourcing.inbox;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as the broker delivered it, before anybody has made sense of it. */
public record IncomingRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value) {

    public IncomingRecord(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] value) {
        // PostgreSQL keeps no NUL in a text, and a record that could not be kept could not be parked either.
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key == null ? null : withoutNul(key);
        Map<String, String> sound = new HashMap<>();
        headers.forEach((name, text) -> sound.put(withoutNul(name), withoutNul(text)));
        this.headers = Collections.unmodifiableMap(sound);
        this.value = value;
    }

    /** Whether it is known where on its topic it stands; of what earlier builds parked it is not. */
    boolean isAsDelivered() {
        return partition >= 0;
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
