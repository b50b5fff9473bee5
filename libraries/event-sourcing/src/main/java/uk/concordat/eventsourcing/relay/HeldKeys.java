package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keys whose last send failed: they wait a while, so that one that cannot be sent does not hold up the others. */
final class HeldKeys {

    private final Duration length;
    private final Map<String, Long> heldUntilNanos = new HashMap<>();

    HeldKeys(Duration length) {
        this.length = length;
    }

    void hold(Collection<String> orderKeys) {
        long until = System.nanoTime() + length.toNanos();
        orderKeys.forEach(key -> heldUntilNanos.put(key, until));
    }

    Set<String> keys() {
        long now = System.nanoTime();
        heldUntilNanos.values().removeIf(until -> until - now <= 0);
        return heldUntilNanos.keySet();
    }

    void clear() {
        heldUntilNanos.clear();
    }
}
