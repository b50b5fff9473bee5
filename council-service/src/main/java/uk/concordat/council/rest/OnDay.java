package uk.concordat.council.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/** What a reading of the register is narrowed to, as it stands in the query. */
final class OnDay {

    private OnDay() {}

    /** @throws MalformedRequest if it is no day */
    static LocalDate of(@Nullable String on, LocalDate today) {
        if (on == null) {
            return today;
        }
        try {
            if (on.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(on);
            }
        } catch (DateTimeException none) {
            throw new MalformedRequest("bad-day", "There is no day %s.".formatted(on));
        }
        throw new MalformedRequest("bad-day", "on is a day such as 2026-03-03.");
    }

    /** @throws MalformedRequest if it is none of those that there are */
    static Optional<String> oneOf(String parameter, @Nullable String value, List<String> values) {
        if (value != null && !values.contains(value)) {
            throw new MalformedRequest(
                    "bad-" + parameter, "%s is one of %s.".formatted(parameter, String.join(", ", values)));
        }
        return Optional.ofNullable(value);
    }
}
