package uk.concordat.council.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;

/** Which page is asked for of a list whose items each begin on a day of their own. */
record DaysAsked(int limit, LocalDate after) {

    /** @throws MalformedRequest if the limit is no number above 0, or {@code after} is no day */
    static DaysAsked of(@Nullable String limit, @Nullable String after) {
        try {
            return new DaysAsked(
                    Page.Asked.of(limit, null).limit(), after == null ? LocalDate.MIN : LocalDate.parse(after));
        } catch (DateTimeException none) {
            throw new MalformedRequest("bad-after", "after is the value of next from the page before.");
        }
    }

    /** A page; its {@code next} is the day of its last item, where there are more. */
    record Found<T>(List<T> items, Optional<LocalDate> next) {}

    /** @param all by day */
    <R, T> Found<T> page(List<R> all, Function<R, LocalDate> day, Function<R, T> show) {
        List<R> rest =
                all.stream().filter(item -> day.apply(item).isAfter(after)).toList();
        List<R> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Found<>(
                page.stream().map(show).toList(),
                rest.size() > limit ? Optional.of(day.apply(page.getLast())) : Optional.empty());
    }
}
