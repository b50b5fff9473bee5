package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A member or officer as council-service publishes them: always whole.
 *
 * @param username unique in the council; how they are named at the edge
 * @param name how they are shown
 * @param email where mail reaches them; empty where the council gave no address
 */
public record PersonDocument(
        UUID id,
        String username,
        String name,
        PersonKind kind,
        Optional<String> group,
        Optional<String> email,
        LocalDate from,
        Optional<LocalDate> to)
        implements Dated {

    public PersonDocument {
        // What lacks any of these is no person, and must not take the place of one.
        requireNonNull(id);
        requireNonNull(username);
        requireNonNull(name);
        requireNonNull(kind);
        requireNonNull(from);
    }
}
