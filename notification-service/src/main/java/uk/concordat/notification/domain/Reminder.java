package uk.concordat.notification.domain;

import java.time.LocalDate;
import uk.concordat.protocols.days.WorkingCalendar;

/**
 * Recalls a deadline to who owes it, so many working days before its day.
 *
 * @param workingDays at least 1
 */
public record Reminder(WorkingCalendar calendar, int workingDays) {

    /** The working day with whose beginning the reminder goes out. */
    public LocalDate startsOn(LocalDate dueOn) {
        return calendar.backward(dueOn, workingDays).dueOn();
    }
}
