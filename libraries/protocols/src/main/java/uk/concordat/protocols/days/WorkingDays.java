package uk.concordat.protocols.days;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A count of working days and its proof: every day between {@code from} (excluded) and {@code dueOn} (included) is
 * either counted or skipped.
 *
 * @param from day 0: the day of receipt, or of the event that a notice precedes; of a promise the day that was promised,
 *     which is itself counted if it is a working day
 * @param dueOn the last day counted: due by its end, or, backwards, the last day to give notice
 * @param counted the working days in the order counted: away from {@code from}, so descending in a backward count
 * @param skipped the days passed over, in the same order
 * @param calendar the version of the calendar that was counted in
 */
public record WorkingDays(
        LocalDate from, LocalDate dueOn, List<LocalDate> counted, List<SkippedDay> skipped, String calendar) {

    public WorkingDays {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
    }

    /** The same count, told as beginning at another day. */
    WorkingDays from(LocalDate day) {
        return new WorkingDays(day, dueOn, counted, skipped, calendar);
    }

    /** The first moment after {@code dueOn} in the zone: an act at that moment is late, one before it is in time. */
    public Instant dueAt(ZoneId zone) {
        return dueOn.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
