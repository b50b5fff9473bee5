package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A ward as council-service publishes it: always whole, with everybody who has stood for it.
 *
 * @param key how the council names it in its files, for ever
 */
public record WardDocument(String key, String name, List<Member> members, LocalDate from, Optional<LocalDate> to)
        implements Document, Dated {

    public WardDocument {
        // What lacks any of these is no ward, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(from);
        members = List.copyOf(members);
    }

    /** Whom it elected, and when they stood for it. */
    public record Member(UUID person, LocalDate from, Optional<LocalDate> to) implements Dated {
        public Member {
            requireNonNull(person);
            requireNonNull(from);
        }
    }
}
