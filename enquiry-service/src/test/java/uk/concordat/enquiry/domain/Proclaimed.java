package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import uk.concordat.enquiry.domain.EnquiryCommand.Reconcile;
import uk.concordat.protocols.days.NonWorkingDay;
import uk.concordat.protocols.days.WorkingCalendar;

/** A council's calendar after days have been proclaimed, or withdrawn again. */
final class Proclaimed {

    static final String WHY = "Day of national celebration";

    private Proclaimed() {}

    /** @param days those proclaimed; none for the calendar as it was */
    static WorkingCalendar calendar(LocalDate... days) {
        return WorkingCalendar.englandAndWales(
                "proclaimed/" + days.length,
                Arrays.stream(days)
                        .map(day -> new NonWorkingDay(day, WHY, "The Gazette"))
                        .toList());
    }

    static Reconcile reconcile(Instant now, LocalDate... days) {
        return new Reconcile(now, LONDON, calendar(days));
    }
}
