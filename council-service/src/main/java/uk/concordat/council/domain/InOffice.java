package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;

/** A directory says whether somebody is the council's now; the register says from when and until when. */
final class InOffice {

    private InOffice() {}

    /** Until today: a last day is a day in office. Who has not begun never does. */
    static Person ended(Person person, LocalDate today) {
        if (person.from().isAfter(today)) {
            return neverBegun(person, today);
        }
        return person.to().filter(last -> !last.isAfter(today)).isPresent()
                ? person
                : with(person, person.from(), Optional.of(today));
    }

    /** Somebody known and not in office today: yesterday was the one day of theirs. */
    static Person neverBegun(Person person, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        return with(person, yesterday, Optional.of(yesterday));
    }

    /**
     * Without a last day, so that what was between is forgotten.
     *
     * @param known the day on which the directory first spoke of them; whoever had left before that never began
     */
    static Person begunAgain(Person person, LocalDate today, Optional<LocalDate> known) {
        boolean never = person.to().filter(person.from()::equals).isPresent()
                && known.filter(person.from()::isBefore).isPresent();
        return with(person, never ? today : person.from(), Optional.empty());
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
