package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.people.Responsible;

/**
 * What a clock is started with.
 *
 * @param receivedAt when what it runs from reached the council
 * @param ids an id for each deadline that may be set
 * @param responsible who owes what it sets
 * @param targets the council's own
 */
record ClockStart(
        Instant receivedAt,
        ZoneId zone,
        WorkingCalendar calendar,
        Map<DeadlineKind, DeadlineId> ids,
        Responsible responsible,
        List<LocalTarget> targets) {

    /** A start in a council without targets of its own. */
    ClockStart(
            Instant receivedAt,
            ZoneId zone,
            WorkingCalendar calendar,
            Map<DeadlineKind, DeadlineId> ids,
            Responsible responsible) {
        this(receivedAt, zone, calendar, ids, responsible, List.of());
    }

    /** The day of receipt in the council. */
    LocalDate received() {
        return LocalDate.ofInstant(receivedAt, zone);
    }

    DeadlineId id(DeadlineKind kind) {
        return id(ids, kind);
    }

    static DeadlineId id(Map<DeadlineKind, DeadlineId> ids, DeadlineKind kind) {
        DeadlineId id = ids.get(kind);
        if (id == null) {
            throw new IllegalArgumentException("The command brings no id for the deadline " + kind.code());
        }
        return id;
    }
}
