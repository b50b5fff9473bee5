package uk.concordat.protocols.deadlines;

import java.time.Instant;
import java.util.Set;
import uk.concordat.protocols.people.PersonId;

/** How a deadline stands. */
public sealed interface Standing {

    record Open() implements Standing {}

    record Met(Instant at) implements Standing {}

    /** Done, but at or after the moment it was due. */
    record MetLate(Instant at) implements Standing {}

    /**
     * Not done when it was due, as its owner has confirmed.
     *
     * @param rung the last step of the ladder that was climbed; 0 is the breach itself
     * @param told who has been told of this breach
     */
    record Missed(Instant at, int rung, Set<PersonId> told) implements Standing {
        public Missed {
            told = Set.copyOf(told);
        }
    }

    /**
     * Missed, and another date stands in its place since: it stays missed and climbs no further.
     *
     * @param replacedAt when the other date was given
     * @param told who has been told of this breach
     */
    record Replaced(Instant at, Instant replacedAt, Set<PersonId> told) implements Standing {
        public Replaced {
            told = Set.copyOf(told);
        }
    }

    /** No longer owed, such as when the enquiry was withdrawn. */
    record Withdrawn(Instant at) implements Standing {}

    /** {@code open}, {@code met}, {@code met-late}, {@code missed} or {@code withdrawn}. */
    default String code() {
        return switch (this) {
            case Open _ -> "open";
            case Met _ -> "met";
            case MetLate _ -> "met-late";
            case Missed _, Replaced _ -> "missed";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
