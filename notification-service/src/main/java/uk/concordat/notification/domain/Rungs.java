package uk.concordat.notification.domain;

import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.days.WorkingDays;

/**
 * How a missed deadline climbs: one rung after so many working days, and one more after each further so many.
 *
 * @param workingDays between one rung and the next; at least 1
 */
public record Rungs(WorkingCalendar calendar, int workingDays) {

    /**
     * The days that a rung is given. They count from the day it was due on, or, where its date was set or moved on a later
     * day, from that one: nobody is reported for days that passed before there was a date.
     *
     * @param rung at least 1
     */
    public WorkingDays due(int rung, LocalDate dueOn, Optional<LocalDate> since) {
        LocalDate from = since.filter(day -> day.isAfter(dueOn)).orElse(dueOn);
        return calendar.forward(from, Math.multiplyExact(rung, workingDays));
    }
}
