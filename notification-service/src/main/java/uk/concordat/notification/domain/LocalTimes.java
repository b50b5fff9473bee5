package uk.concordat.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import uk.concordat.protocols.days.WorkingCalendar;

/**
 * When something comes to be told by what a council has set for itself, in the calendar that is in force now. What is
 * not set does not come.
 *
 * @param reminderWorkingDays how long before its day a deadline is recalled to who owes it; at least 1
 * @param rungWorkingDays how long a missed deadline stays on one rung of the ladder; at least 1
 */
public record LocalTimes(
        WorkingCalendar calendar,
        ZoneId zone,
        Optional<Integer> reminderWorkingDays,
        Optional<Integer> rungWorkingDays) {

    /** The moment at which a reminder goes out: the start of its day. */
    public Optional<Instant> reminder(LocalDate dueOn) {
        return reminderWorkingDays
                .map(before -> new Reminder(calendar, before).startsOn(dueOn))
                .map(day -> day.atStartOfDay(zone).toInstant());
    }

    /**
     * The moment at which a rung of the ladder is due.
     *
     * @param rung at least 1; the breach itself, rung 0, is due when the deadline is
     * @param since when the date was last set or moved
     */
    public Optional<Instant> rung(int rung, LocalDate dueOn, Optional<Instant> since) {
        return rungWorkingDays.map(each -> new Rungs(calendar, each)
                .due(rung, dueOn, since.map(moment -> LocalDate.ofInstant(moment, zone)))
                .dueAt(zone));
    }
}
