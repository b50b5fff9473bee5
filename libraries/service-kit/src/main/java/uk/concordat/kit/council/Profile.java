package uk.concordat.kit.council;

import uk.concordat.protocols.days.NonWorkingDay;
import uk.concordat.protocols.days.WorkingCalendar;

/** A council's profile, and the calendar that follows from it. */
record Profile(CouncilDocument council, WorkingCalendar calendar) {

    static Profile of(CouncilDocument council) {
        return new Profile(
                council,
                WorkingCalendar.englandAndWales(
                        council.key() + "/" + council.calendar().version(),
                        council.calendar().days().stream()
                                .map(day -> new NonWorkingDay(day.day(), day.why(), day.source()))
                                .toList()));
    }
}
