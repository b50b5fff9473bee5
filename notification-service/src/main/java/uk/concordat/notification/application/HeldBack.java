package uk.concordat.notification.application;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What has failed and waits a while before it is tried again, twice as long after each failure, so that it holds up
 * nothing else. Kept in memory: after a restart each is tried once more at once.
 */
final class HeldBack<K> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private record Hold(Duration length, long untilNanos) {}

    private final Map<K, Hold> holds = new HashMap<>();
    private final LongSupplier nanoTime;

    HeldBack(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Holds it back, longer than the last time if it has failed before. */
    synchronized void hold(K failed) {
        long now = nanoTime.getAsLong();
        Hold before = holds.get(failed);
        Duration length = before == null ? SHORTEST : shorter(before.length().multipliedBy(2));
        holds.put(failed, new Hold(length, now + length.toNanos()));
    }

    /** Forgets that it has ever failed. */
    synchronized void free(K settled) {
        holds.remove(settled);
    }

    /** Whether it is not to be tried yet. */
    synchronized boolean holds(K each) {
        Hold hold = holds.get(each);
        return hold != null && hold.untilNanos() - nanoTime.getAsLong() > 0;
    }

    /** All that has failed and not succeeded since. */
    synchronized Set<K> all() {
        return Set.copyOf(holds.keySet());
    }

    /** What has waited long enough, at most so many, the longest due first. */
    synchronized Set<K> toTryAgain(int most) {
        long now = nanoTime.getAsLong();
        return holds.entrySet().stream()
                .filter(hold -> hold.getValue().untilNanos() - now <= 0)
                .sorted(Comparator.comparingLong(hold -> hold.getValue().untilNanos() - now))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Duration shorter(Duration length) {
        return length.compareTo(LONGEST) < 0 ? length : LONGEST;
    }
}
