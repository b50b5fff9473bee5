package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * What people sit on: the council, a committee, an outside body that the council appoints to.
 *
 * @param kind such as {@code committee}
 */
public record Body(String key, String name, String kind, List<Seat> seats, LocalDate from, Optional<LocalDate> to) {

    public static final String CHAIR = "chair";
    public static final String COOPTED_MEMBER = "co-opted-member";
    public static final String INDEPENDENT_MEMBER = "independent-member";

    public Body {
        seats = seats.stream()
                .sorted(Comparator.comparing(Seat::from)
                        .thenComparing(seat -> seat.person().value()))
                .toList();
    }

    /** Who sits on it, and as what: {@code chair}, {@code deputy-chair}, {@code member} … */
    public record Seat(PersonId person, String part, LocalDate from, Optional<LocalDate> to) {}
}
