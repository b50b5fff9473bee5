package uk.concordat.kit.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/**
 * Where something stands in a list of what is due soonest, then by id. As {@code next} and {@code after} it is written whole:
 * of what was done, moved or given away since the page before nothing needs to be looked up, and the rest is neither left
 * out nor shown again.
 *
 * @param dueAt empty where it has no date; such stand last
 */
public record DuePlace(Optional<Instant> dueAt, UUID id) {

    private static final String UNDATED = "undated";

    /** @throws MalformedRequest if it is no {@code next} of a page before; a blank one is none, and begins at the first */
    public static Optional<DuePlace> after(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = after.split("_", 2);
        UUID id = parts.length < 2 ? null : Ids.parse(parts[1]).orElse(null);
        if (id == null) {
            throw noNext();
        }
        return Optional.of(new DuePlace(parts[0].equals(UNDATED) ? Optional.empty() : Optional.of(due(parts[0])), id));
    }

    /** The page that these rows, one more than asked for where there are more, make. */
    public static <R, T> Page<T> page(List<R> rows, int most, Function<R, T> show, Function<R, DuePlace> place) {
        List<R> shown = rows.subList(0, Math.min(most, rows.size()));
        return new Page<>(
                shown.stream().map(show).toList(),
                rows.size() > most ? Optional.of(place.apply(shown.getLast()).next()) : Optional.empty());
    }

    /** As the page after is asked for. */
    public String next() {
        return dueAt.map(Instant::toString).orElse(UNDATED) + "_" + id;
    }

    private static Instant due(String written) {
        try {
            Instant due = Instant.parse(written);
            int year = due.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return due;
            }
        } catch (DateTimeException noMoment) {
            throw noNext();
        }
        throw noNext();
    }

    private static MalformedRequest noNext() {
        return new MalformedRequest("bad-after", "after is the value of next from the page before.");
    }
}
