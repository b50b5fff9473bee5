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
                : person.with(person.from(), Optional.of(today));
    }

    /** Somebody new and not in office: their last day is before their first. */
    static Person neverBegun(Person person, LocalDate today) {
        return person.with(today, Optional.of(today.minusDays(1)));
    }

    /**
     * Without a last day. Whose last day was before yesterday begins a new span, so that what was between is not forgotten, and
     * what was theirs goes on; who never was in office begins today, or on their day ahead.
     */
    static Person begunAgain(Person person, LocalDate today) {
        boolean wasGone = person.to()
                .filter(last -> last.isBefore(today.minusDays(1)) || last.isBefore(person.from()))
                .isPresent();
        return wasGone && person.from().isBefore(today)
                ? person.activeAgain(today)
                : person.with(person.from(), Optional.empty());
    }
}
