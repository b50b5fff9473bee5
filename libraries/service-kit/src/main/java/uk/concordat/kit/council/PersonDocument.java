package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A member or officer as council-service publishes them: always whole.
 *
 * @param username unique in the council; how they are named at the edge
 * @param name how they are shown
 * @param email where mail reaches them; empty where the council gave no address
 * @param employment {@code employed} or {@code employment-based} where the council says so of an officer
 * @param appointedTo the keys of the bodies for which they are co-opted or independent members
 * @param allocations whom an officer has been allocated to
 * @param served earlier spans in office, the earliest first
 * @param earlier what they were before, the earliest first; the first counts for all days before its last
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
        List<Allocation> allocations,
        List<Served> served,
        List<Was> earlier)
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
        served = List.copyOf(requireNonNullElse(served, List.of()));
        earlier = List.copyOf(requireNonNullElse(earlier, List.of()));
    }

    /** Somebody who has not left before, and has always been what they are. */
    public PersonDocument(
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
                List.of(),
                List.of());
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

    /**
     * An earlier span in office.
     *
     * @param goesOn whether what was theirs in it goes on when they come back, since only the directory had made them
     *     inactive for a while
     */
    public record Served(LocalDate from, Optional<LocalDate> to, boolean goesOn) implements Dated {
        public Served {
            requireNonNull(from);
        }
    }

    /** What somebody was to the council, until a day and on it. */
    public record Was(LocalDate until, PersonKind kind, Optional<String> employment, List<String> appointedTo) {
        public Was {
            requireNonNull(until);
            requireNonNull(kind);
            appointedTo = List.copyOf(appointedTo);
        }
    }

    /** Whether they are in office on a day, be it in an earlier span. */
    @Override
    public boolean on(LocalDate day) {
        return offices().anyMatch(span -> span.on(day));
    }

    /**
     * Whether they are in office on a day, and have not left and come back since another. What somebody held when they left
     * is not theirs again when they come back, unless they were only inactive.
     */
    public boolean servesSince(LocalDate first, LocalDate day) {
        return on(day)
                && served.stream()
                        .filter(span -> !span.goesOn())
                        .flatMap(span -> span.to().stream())
                        .noneMatch(last -> !last.isBefore(first) && last.isBefore(day) && !on(last.plusDays(1)));
    }

    /** All spans in office, the last one last. */
    Stream<Dated> offices() {
        return Stream.concat(served.stream(), Stream.of(new Served(from, to, false)));
    }

    /** Somebody as they were on a day: what they were to the council, and the span in office that the day lies in. */
    public PersonDocument asOf(LocalDate day) {
        Optional<Was> was = wasOn(day);
        Optional<Served> span = served.stream().filter(other -> other.on(day)).findFirst();
        return was.isEmpty() && span.isEmpty()
                ? this
                : new PersonDocument(
                        id,
                        username,
                        name,
                        was.map(Was::kind).orElse(kind),
                        group,
                        email,
                        span.map(Served::from).orElse(from),
                        span.map(Served::to).orElse(to),
                        was.map(Was::employment).orElse(employment),
                        was.map(Was::appointedTo).orElse(appointedTo),
                        allocations,
                        served.stream()
                                .filter(other -> span.map(
                                                present -> other.from().isBefore(present.from()))
                                        .orElse(true))
                                .toList(),
                        earlier.stream()
                                .filter(other -> other.until().isBefore(day))
                                .toList());
    }

    /** What they are to the council on a day. */
    public PersonKind kindOn(LocalDate day) {
        return wasOn(day).map(Was::kind).orElse(kind);
    }

    private Optional<Was> wasOn(LocalDate day) {
        return earlier.stream().filter(was -> !was.until().isBefore(day)).findFirst();
    }

    /** The last day of those who were in office before a day, and are not on it. */
    public Optional<LocalDate> leftBefore(LocalDate day) {
        return on(day)
                ? Optional.empty()
                : offices()
                        .flatMap(span -> span.to().stream())
                        .filter(last -> last.isBefore(day))
                        .max(Comparator.naturalOrder());
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
