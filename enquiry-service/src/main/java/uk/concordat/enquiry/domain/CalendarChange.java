package uk.concordat.enquiry.domain;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.protocols.days.SkippedDay;
import uk.concordat.protocols.days.WorkingDays;

/**
 * Why a date is another than it was: days that were counted and are not working days now, and the other way round.
 *
 * @param closed counted before; each with the reason why it is passed over now
 * @param opened passed over before, and counted now
 */
public record CalendarChange(List<SkippedDay> closed, List<LocalDate> opened) {

    public CalendarChange {
        closed = List.copyOf(closed);
        opened = List.copyOf(opened);
    }

    static CalendarChange between(WorkingDays before, WorkingDays after) {
        return new CalendarChange(
                after.skipped().stream()
                        .filter(day -> before.counted().contains(day.day()))
                        .toList(),
                before.skipped().stream()
                        .map(SkippedDay::day)
                        .filter(after.counted()::contains)
                        .toList());
    }
}
