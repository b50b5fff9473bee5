package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;

/** A directory says whether somebody is the council's now; the register says from when and until when. */
final class InOffice {

    private InOffice() {}

    /** Until today: a last day is a day in office. Whose first day is still ahead keeps it, and is in office on none. */
    static Person ended(Person person, LocalDate today) {
        return person.to().filter(last -> !last.isAfter(today)).isPresent()
                ? person
                : with(person, person.from(), Optional.of(today));
    }

    /** Somebody new and not in office: their last day is before their first. */
    static Person neverBegun(Person person, LocalDate today) {
        return with(person, today, Optional.of(today.minusDays(1)));
    }

    /** Without a last day, so that what was between is forgotten. Who never was in office begins today, or on their day ahead. */
    static Person begunAgain(Person person, LocalDate today) {
        boolean never = person.to().filter(last -> last.isBefore(person.from())).isPresent();
        return with(person, never && person.from().isBefore(today) ? today : person.from(), Optional.empty());
    }

    private static Person with(Person person, LocalDate from, Optional<LocalDate> to) {
        return new Person(
                person.id(),
                person.username(),
                person.name(),
                person.kind(),
                person.group(),
                person.email(),
                from,
                to,
                person.employment(),
                person.appointedTo(),
                person.allocations());
    }
}
