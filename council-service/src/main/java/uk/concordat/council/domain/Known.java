package uk.concordat.council.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known, by the key that a council's files name it by. Adding leaves it as it was and shares what it holds: it
 * lies in layers, each larger than those above it together, so that n things one after the other cost n log n and not
 * the n² of copying them all for each.
 */
public final class Known<T> {

    private final Map<String, T> newest;
    private final @Nullable Known<T> older;

    private Known(Map<String, T> newest, @Nullable Known<T> older) {
        this.newest = newest;
        this.older = older;
    }

    static <T> Known<T> nothing() {
        return new Known<>(Map.of(), null);
    }

    /** What is known when this is known too; a thing of the same key gives way. */
    Known<T> with(String key, T thing) {
        Map<String, T> layer = Map.of(key, thing);
        Known<T> below = this;
        while (below != null && below.newest.size() <= layer.size()) {
            layer = over(below.newest, layer);
            below = below.older;
        }
        return new Known<>(layer, below);
    }

    public Optional<T> find(String key) {
        for (Known<T> layer = this; layer != null; layer = layer.older) {
            T thing = layer.newest.get(key);
            if (thing != null) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }

    public Map<String, T> all() {
        return Map.copyOf(older == null ? newest : over(older.all(), newest));
    }

    private static <T> Map<String, T> over(Map<String, T> below, Map<String, T> above) {
        Map<String, T> both = new HashMap<>(below);
        both.putAll(above);
        return both;
    }
}
