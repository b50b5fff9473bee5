package uk.concordat.enquiry.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import uk.concordat.kit.problem.MalformedRequest;

/** A moment in the past, as {@code ?at=} states it. */
final class PastMoment {

    private PastMoment() {}

    /** @throws MalformedRequest if it is no moment with its offset (RFC 3339) */
    static Instant of(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new MalformedRequest(
                    "bad-at", "at is a moment with its offset, such as 2026-12-24T10:00:00Z, a plus sign sent as %2B.");
        }
    }

    /** @throws MalformedRequest if it has not come yet */
    static void requirePast(Instant moment, Instant now) {
        if (moment.isAfter(now)) {
            throw new MalformedRequest("at-in-the-future", "Nothing is known yet of a moment in the future.");
        }
    }
}
