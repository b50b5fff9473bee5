package uk.concordat.enquiry.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.views.visibleenquiries.WorkPlace;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Ids;

/**
 * How a place in the order of work is written as {@code next}, and read as {@code after}. It holds all of the place: of an
 * enquiry that was answered since the page before, or that the caller may not see, nothing needs to be looked up.
 */
final class WorkPages {

    private static final String UNDATED = "undated";

    private WorkPages() {}

    static String next(WorkPlace place) {
        return place.dueAt().map(Instant::toString).orElse(UNDATED) + "_" + place.id();
    }

    /** @throws MalformedRequest if it is no {@code next} of a page before; a blank one is none, and begins at the first */
    static Optional<WorkPlace> after(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = after.split("_", 2);
        UUID id = parts.length < 2 ? null : Ids.parse(parts[1]).orElse(null);
        if (id == null) {
            throw noNext();
        }
        return Optional.of(new WorkPlace(parts[0].equals(UNDATED) ? Optional.empty() : Optional.of(due(parts[0])), id));
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
