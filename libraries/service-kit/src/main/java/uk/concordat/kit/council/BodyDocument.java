package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A body that people sit on, as council-service publishes it: always whole, with everybody who has sat on it.
 *
 * @param key how the council names it in its files, for ever
 */
public record BodyDocument(
        String key, String name, BodyKind kind, List<Seat> seats, LocalDate from, Optional<LocalDate> to)
        implements Document, Dated {

    public BodyDocument {
        // What lacks any of these is no body, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(kind);
        requireNonNull(from);
        seats = List.copyOf(seats);
    }

    /** Who sits on it, as what, and when. */
    public record Seat(UUID person, BodyPart part, LocalDate from, Optional<LocalDate> to) implements Dated {
        public Seat {
            requireNonNull(person);
            requireNonNull(part);
            requireNonNull(from);
        }
    }
}
