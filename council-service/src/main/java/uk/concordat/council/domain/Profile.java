package uk.concordat.council.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;

/**
 * A council.
 *
 * @param reference the letters its references begin with
 * @param zone the time zone its days are counted in
 * @param protocol the pack in force from a day on; empty where none has been adopted
 * @param calendarVersion which state of the council's own non-working days this is
 */
public record Profile(
        String key,
        String name,
        String reference,
        ZoneId zone,
        Optional<Adopted> protocol,
        String calendarVersion,
        List<ClosedDay> closedDays) {

    /** A pack and the first day it is in force. */
    public record Adopted(PackId pack, LocalDate from) {}

    /** A day on which the council does not work, beside the bank holidays, and where that is written. */
    public record ClosedDay(LocalDate day, String why, String source) {}
}
