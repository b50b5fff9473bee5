package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.people.PersonId;

/**
 * Who acts on an enquiry and when, with what the directory and the calendar say at that moment.
 *
 * @param parts what the person is to the enquiry today
 * @param line the posts above the one the enquiry is with
 * @param ids an id for each deadline that the act may set
 * @param departure what the person departs from, if anything
 */
public record Acting(
        PersonId person,
        Set<Part> parts,
        Instant now,
        ZoneId zone,
        WorkingCalendar calendar,
        ReportingLine line,
        Map<DeadlineKind, DeadlineId> ids,
        Optional<Departure> departure) {

    public Acting {
        parts = Set.copyOf(parts);
    }

    /** The day it is in the council. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** @throws IllegalArgumentException if the command brings no id for the deadline */
    DeadlineId id(DeadlineKind kind) {
        return ClockStart.id(ids, kind);
    }
}
