package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * A member or an officer of the council, from a day, up to and including another if they have left or will.
 *
 * @param employment how an officer belongs to the council, where that is not plain employment (HAC-03)
 * @param appointedTo the keys of the bodies for which somebody is co-opted or an independent member (COL-42)
 * @param allocations whom an officer has been specifically allocated to (HAR-17)
 */
public record Person(
        PersonId id,
        String username,
        String name,
        String kind,
        Optional<String> group,
        Optional<String> email,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> employment,
        List<String> appointedTo,
        List<Allocation> allocations) {

    /** Officers are employed, or in a relationship that is based on employment: school staff, long-term consultants. */
    public static final List<String> EMPLOYMENTS = List.of("employed", "employment-based");

    public Person {
        // People who were recorded before there were appointments and allocations have none.
        appointedTo = Objects.requireNonNullElse(appointedTo, List.of());
        allocations = Objects.requireNonNullElse(allocations, List.of());
    }

    /** To support one member, or all members of a political group. */
    public record Allocation(
            Optional<PersonId> member, Optional<String> group, LocalDate from, Optional<LocalDate> to) {}
}
