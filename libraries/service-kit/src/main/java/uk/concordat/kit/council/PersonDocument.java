package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member or officer as council-service publishes them: always whole.
 *
 * @param username unique in the council; how they are named at the edge
 * @param name how they are shown
 * @param email where mail reaches them; empty where the council gave no address
 * @param employment {@code employed} or {@code employment-based} where the council says so of an officer
 * @param appointedTo the keys of the bodies for which they are co-opted or independent members
 * @param allocations whom an officer has been allocated to
 */
public record PersonDocument(
        UUID id,
        String username,
        String name,
        PersonKind kind,
        Optional<String> group,
        Optional<String> email,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> employment,
        List<String> appointedTo,
        List<Allocation> allocations)
        implements Document, Dated {

    public PersonDocument {
        // What lacks any of these is no person, and must not take the place of one.
        requireNonNull(id);
        requireNonNull(username);
        requireNonNull(name);
        requireNonNull(kind);
        requireNonNull(from);
        // Documents that were published before these were known have none.
        appointedTo = List.copyOf(requireNonNullElse(appointedTo, List.of()));
        allocations = List.copyOf(requireNonNullElse(allocations, List.of()));
    }

    /** Somebody of whom nothing more is known. */
    public PersonDocument(
            UUID id,
            String username,
            String name,
            PersonKind kind,
            Optional<String> group,
            Optional<String> email,
            LocalDate from,
            Optional<LocalDate> to) {
        this(id, username, name, kind, group, email, from, to, Optional.empty(), List.of(), List.of());
    }

    /** Somebody not directly employed who is in a relationship based on employment, such as school staff (HAC-03). */
    public boolean employedIndirectly() {
        return employment.filter("employment-based"::equals).isPresent();
    }

    /** Whether an appointment of theirs is for that body; where none is named it is for wherever they sit. */
    boolean isAppointedTo(BodyDocument body) {
        return appointedTo.isEmpty() || appointedTo.contains(body.key());
    }

    /** To support one member, or all members of a political group. */
    public record Allocation(Optional<UUID> member, Optional<String> group, LocalDate from, Optional<LocalDate> to)
            implements Dated {
        public Allocation {
            requireNonNull(from);
        }
    }
}
