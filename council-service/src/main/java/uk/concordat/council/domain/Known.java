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

    /** Empty of what is known no more, over a layer that still has it. */
    private final Map<String, Optional<T>> newest;

    private final @Nullable Known<T> older;

    private Known(Map<String, Optional<T>> newest, @Nullable Known<T> older) {
        this.newest = newest;
        this.older = older;
    }

    static <T> Known<T> nothing() {
        return new Known<>(Map.of(), null);
    }

    /** What is known when this is known too; a thing of the same key gives way. */
    Known<T> with(String key, T thing) {
        return over(key, Optional.of(thing));
    }

    /** What is known when nothing is known of this. */
    Known<T> without(String key) {
        return find(key).isPresent() ? over(key, Optional.empty()) : this;
    }

    private Known<T> over(String key, Optional<T> thing) {
        Map<String, Optional<T>> layer = Map.of(key, thing);
        Known<T> below = this;
        while (below != null && below.newest.size() <= layer.size()) {
            layer = over(below.newest, layer);
            below = below.older;
        }
        return new Known<>(layer, below);
    }

    public Optional<T> find(String key) {
        for (Known<T> layer = this; layer != null; layer = layer.older) {
            Optional<T> thing = layer.newest.get(key);
            if (thing != null) {
                return thing;
            }
        }
        return Optional.empty();
    }

    public Map<String, T> all() {
        Map<String, T> all = new HashMap<>();
        merged().forEach((key, thing) -> thing.ifPresent(known -> all.put(key, known)));
        return Map.copyOf(all);
    }

    private Map<String, Optional<T>> merged() {
        return older == null ? newest : over(older.merged(), newest);
    }

    private static <T> Map<String, Optional<T>> over(Map<String, Optional<T>> below, Map<String, Optional<T>> above) {
        Map<String, Optional<T>> both = new HashMap<>(below);
        both.putAll(above);
        return both;
    }
}
