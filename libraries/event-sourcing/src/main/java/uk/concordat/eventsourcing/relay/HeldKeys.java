package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys of which a message was not taken though their topic takes others: they wait, twice as long after each failure. */
final class HeldKeys {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** One that has not been tried again for so long has no rows any more, or its topic takes nothing anyway. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Hold(Duration length, long untilNanos) {}

    private final Map<String, Hold> holds = new HashMap<>();

    void hold(Collection<String> orderKeys) {
        long now = System.nanoTime();
        holds.values().removeIf(hold -> now - hold.untilNanos() > REMEMBERED.toNanos());
        for (String key : orderKeys) {
            Hold before = holds.get(key);
            Duration length =
                    before == null ? SHORTEST : shorter(before.length().multipliedBy(2));
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
