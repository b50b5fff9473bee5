package uk.concordat.council.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.reading.Page;

/** Pages of what has a key of its own, in the order of the keys: the last one's is where the next page goes on. */
final class RegisterPages {

    private RegisterPages() {}

    static <D, T> Page<T> page(
            @Nullable String limit,
            @Nullable String after,
            Function<String, Stream<D>> from,
            Function<D, String> key,
            Function<D, T> show) {
        Page.Asked asked = Page.Asked.of(limit, null);
        List<D> rows =
                from.apply(after == null ? "" : after).limit(asked.toRead()).toList();
        boolean more = rows.size() > asked.limit();
        List<D> shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Page<>(
                shown.stream().map(show).toList(), more ? Optional.of(key.apply(shown.getLast())) : Optional.empty());
    }
}
