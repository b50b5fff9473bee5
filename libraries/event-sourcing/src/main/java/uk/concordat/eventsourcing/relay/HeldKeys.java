package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys whose last send failed: they wait a while, so that one that cannot be sent does not hold up the others. While the
 * broker takes other keys, the wait doubles with each failure; while it takes none, no key is to blame and each waits briefly.
 */
final class HeldKeys {

    /** Longer than the relay pauses after a failure, so that its next attempt is another key's. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** One that has not been tried again for so long has no rows any more, or the broker takes nothing anyway. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Hold(Duration length, long untilNanos) {}

    private final Map<String, Hold> holds = new HashMap<>();

    void hold(Collection<String> orderKeys, boolean brokerTakesOthers) {
        long now = System.nanoTime();
        holds.values().removeIf(hold -> now - hold.untilNanos() > REMEMBERED.toNanos());
        for (String key : orderKeys) {
            Hold before = holds.get(key);
            Duration length = before == null || !brokerTakesOthers
                    ? SHORTEST
                    : shorter(before.length().multipliedBy(2));
            holds.put(key, new Hold(length, now + length.toNanos()));
        }
    }

    /** Forgets the failures of keys that have been sent. */
    void free(Collection<String> orderKeys) {
        holds.keySet().removeAll(orderKeys);
    }

    /** The keys that wait now. */
    Set<String> keys() {
        long now = System.nanoTime();
        return holds.entrySet().stream()
                .filter(hold -> hold.getValue().untilNanos() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of a key that has failed only its next row, so that trying it again takes little of what may be in hand. */
    List<OutboxRow> cautiously(List<OutboxRow> rows) {
        Set<String> tried = new HashSet<>();
        return rows.stream()
                .filter(row -> !holds.containsKey(row.orderKey()) || tried.add(row.orderKey()))
                .toList();
    }

    private static Duration shorter(Duration length) {
        return length.compareTo(LONGEST) < 0 ? length : LONGEST;
    }
}
