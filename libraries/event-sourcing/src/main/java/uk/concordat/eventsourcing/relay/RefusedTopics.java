package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Topics that did not take the last message they were sent: the broker is away, the topic is not there, or it was that
 * message's own fault. Of each, one message at a time finds out whether it takes any, every time of another key; nothing else
 * of it is read, so that it holds up no other topic, and no key of its own, however much waits for it.
 */
final class RefusedTopics {

    private static final Duration REST = Duration.ofMillis(500);

    /** How many find out at a time. */
    private static final int SOME = 20;

    /** Of how many keys it is remembered that they have had their turn: then all begin anew. */
    private static final int MOST_TRIED = 1_000;

    private static final class Refusal {
        private final Set<String> tried = new HashSet<>();
        private long restsUntilNanos;
    }

    private final Map<String, Refusal> refusals = new HashMap<>();

    Set<String> names() {
        return Set.copyOf(refusals.keySet());
    }

    /** Of which a message may be tried now, the longest at rest first. */
    List<String> due(Collection<String> topicsInHand) {
        long now = System.nanoTime();
        return refusals.entrySet().stream()
                .filter(each -> each.getValue().restsUntilNanos - now <= 0 && !topicsInHand.contains(each.getKey()))
                .sorted(Comparator.comparingLong(each -> each.getValue().restsUntilNanos - now))
                .limit(SOME)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Keys that have had their turn and were refused. */
    Set<String> tried() {
        return refusals.values().stream()
                .flatMap(refusal -> refusal.tried.stream())
                .collect(Collectors.toSet());
    }

    /** Where no key is left that has not had its turn all begin anew; of what has nothing waiting nothing is known. */
    void looked(Collection<String> due, Collection<OutboxRow> found) {
        Set<String> waiting = found.stream().map(OutboxRow::topic).collect(Collectors.toSet());
        for (String topic : due) {
            Refusal refusal = refusals.get(topic);
            if (refusal == null || waiting.contains(topic)) {
                continue;
            }
            if (refusal.tried.isEmpty()) {
                refusals.remove(topic);
            }
            refusal.tried.clear();
        }
    }

    void refused(String topic, String orderKey) {
        Refusal refusal = refusals.computeIfAbsent(topic, _ -> new Refusal());
        if (refusal.tried.size() >= MOST_TRIED) {
            refusal.tried.clear();
        }
        refusal.tried.add(orderKey);
        refusal.restsUntilNanos = System.nanoTime() + REST.toNanos();
    }

    /**
     * The topic takes messages.
     *
     * @return the keys of those that it did not take before: they have themselves to blame, or waited with all others
     */
    Set<String> taken(String topic) {
        Refusal refusal = refusals.remove(topic);
        return refusal == null ? Set.of() : refusal.tried;
    }
}
