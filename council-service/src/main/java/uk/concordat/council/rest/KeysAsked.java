package uk.concordat.council.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;

/** Which page is asked for of a list whose items have keys. */
record KeysAsked(int limit, String after) {

    /** @throws MalformedRequest if the limit is no number above 0 */
    static KeysAsked of(@Nullable String limit, @Nullable String after) {
        return new KeysAsked(Page.Asked.of(limit, null).limit(), after == null ? "" : after);
    }

    /** @param all by key */
    <R, T> Page<T> page(List<R> all, Function<R, String> key, Function<R, T> show) {
        return first(all.stream().filter(item -> key.apply(item).compareTo(after) > 0), key, show);
    }

    /** @param rest by key, without those up to {@link #after}; no more of it is read than the page needs */
    <R, T> Page<T> first(Stream<R> rest, Function<R, String> key, Function<R, T> show) {
        List<R> rows = rest.limit(limit + 1L).toList();
        List<R> page = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                page.stream().map(show).toList(),
                rows.size() > limit ? Optional.of(key.apply(page.getLast())) : Optional.empty());
    }
}
