package uk.concordat.council.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;

/** Which page is asked for of a list whose items have keys. */
record KeysAsked(int limit, Optional<String> after) {

    /** @throws MalformedRequest if the limit is no number above 0 */
    static KeysAsked of(@Nullable String limit, @Nullable String after) {
        return new KeysAsked(Page.Asked.of(limit, null).limit(), Optional.ofNullable(after));
    }

    /** @param all by key */
    <R, T> Page<T> page(List<R> all, Function<R, String> key, Function<R, T> show) {
        List<R> rest = all.stream()
                .filter(item -> after.filter(last -> key.apply(item).compareTo(last) <= 0)
                        .isEmpty())
                .toList();
        List<R> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(
                page.stream().map(show).toList(),
                rest.size() > limit ? Optional.of(key.apply(page.getLast())) : Optional.empty());
    }
}
