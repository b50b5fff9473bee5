package uk.concordat.protocols.deadlines;

import java.time.Instant;

/** How a deadline stands. */
public sealed interface Standing {

    record Open() implements Standing {}

    record Met(Instant at) implements Standing {}

    /** Done, but at or after the moment it was due. */
    record MetLate(Instant at) implements Standing {}

    /** Not done when it was due, as its owner has confirmed. */
    record Missed(Instant at) implements Standing {}

    /** No longer owed, such as when the enquiry was withdrawn. */
    record Withdrawn(Instant at) implements Standing {}

    /** {@code open}, {@code met}, {@code met-late}, {@code missed} or {@code withdrawn}. */
    default String code() {
        return switch (this) {
            case Open _ -> "open";
            case Met _ -> "met";
            case MetLate _ -> "met-late";
            case Missed _ -> "missed";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
