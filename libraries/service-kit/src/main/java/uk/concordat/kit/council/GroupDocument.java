package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A political group as council-service publishes it: always whole, with everybody who has had a part in it.
 *
 * @param key how the council names it in its files, for ever
 * @param told when it told the council that it is a group
 * @param administration when it is, alone or with others, the council's administration
 */
public record GroupDocument(
        String key,
        String name,
        Optional<LocalDate> told,
        List<Period> administration,
        List<Part> parts,
        LocalDate from,
        Optional<LocalDate> to)
        implements Document, Dated {

    public GroupDocument {
        // What lacks any of these is no group, and must not take the place of one.
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(from);
        administration = List.copyOf(administration);
        parts = List.copyOf(parts);
    }

    /** From a day on, up to and including another. */
    public record Period(LocalDate from, Optional<LocalDate> to) implements Dated {
        public Period {
            requireNonNull(from);
        }
    }

    /** Who has which part, and when. */
    public record Part(UUID person, GroupPart part, LocalDate from, Optional<LocalDate> to) implements Dated {
        public Part {
            requireNonNull(person);
            requireNonNull(part);
            requireNonNull(from);
        }
    }

    public boolean isAdministrationOn(LocalDate day) {
        return on(day) && administration.stream().anyMatch(period -> period.on(day));
    }
}
