package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.people.PersonId;

/**
 * A member or an officer of the council, from a day, up to and including another if they have left or will.
 *
 * @param employment how an officer belongs to the council, where that is not plain employment (HAC-03)
 * @param appointedTo the keys of the bodies for which somebody is co-opted or an independent member (COL-42)
 * @param past earlier spans in office, and what somebody was before
 * @param earlierGroups the groups that they were shown with in those spans
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
        List<Allocation> allocations,
        Career.Past past,
        List<EarlierGroup> earlierGroups) {

    /** Officers are employed, or in a relationship that is based on employment: school staff, long-term consultants. */
    public static final List<String> EMPLOYMENTS = List.of("employed", "employment-based");

    public Person {
        // People who were recorded before there were these have none.
        appointedTo = Objects.requireNonNullElse(appointedTo, List.of());
        allocations = Objects.requireNonNullElse(allocations, List.of());
        past = Objects.requireNonNullElse(past, Career.Past.NONE);
        earlierGroups = Objects.requireNonNullElse(earlierGroups, List.of());
    }

    /** Somebody who has not left before, and has always been what they are. */
    public Person(
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
        this(
                id,
                username,
                name,
                kind,
                group,
                email,
                from,
                to,
                employment,
                appointedTo,
                allocations,
                Career.Past.NONE,
                List.of());
    }

    /** A group that somebody was shown with in an earlier span in office. */
    public record EarlierGroup(String group, LocalDate from, Optional<LocalDate> to) {

        Span days() {
            return new Span(from, to);
        }
    }

    public boolean isInOffice(LocalDate day) {
        return career().isInOffice(day);
    }

    Career career() {
        return new Career(new Span(from, to), kind, employment, appointedTo, past);
    }

    /** The same person, keeping what is known of before. */
    Person following(Person known, LocalDate today) {
        return with(from, to, career().following(known.career(), today).past(), known.groupsBefore(career(), today));
    }

    /** Somebody who was inactive for a while, from a day on. */
    Person activeAgain(LocalDate today) {
        Person back = with(today, Optional.empty());
        return back.with(
                today,
                Optional.empty(),
                back.career().goingOnFrom(career(), today).past(),
                groupsBefore(back.career(), today));
    }

    /** The groups of earlier spans, once somebody's career is that. */
    List<EarlierGroup> groupsBefore(Career now, LocalDate today) {
        Stream<EarlierGroup> last = now.beginsAgain(career(), today)
                ? group.map(key -> new EarlierGroup(key, from, to)).stream()
                : Stream.empty();
        return Stream.concat(earlierGroups.stream(), last)
                .flatMap(earlier -> earlier.days().before(now.office().from()).stream()
                        .map(days -> new EarlierGroup(earlier.group(), days.from(), days.to())))
                .toList();
    }

    Person with(LocalDate first, Optional<LocalDate> last) {
        return with(first, last, past, earlierGroups);
    }

    private Person with(LocalDate first, Optional<LocalDate> last, Career.Past before, List<EarlierGroup> groups) {
        return new Person(
                id,
                username,
                name,
                kind,
                group,
                email,
                first,
                last,
                employment,
                appointedTo,
                allocations,
                before,
                groups);
    }

    /** To support one member, or all members of a political group. */
    public record Allocation(
            Optional<PersonId> member, Optional<String> group, LocalDate from, Optional<LocalDate> to) {}
}
