package uk.concordat.enquiry.domain;

import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Basis;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.pack.ClockTerms;

/**
 * Policy {@code working-days-from-receipt}: owed by the end of the n-th working day after the day of receipt in the
 * council's time zone, whatever the hour and whether or not that was a working day (COL-28, COL-29, HAR-35, HAR-38).
 */
record WorkingDaysFromReceipt(DeadlineKind kind, ClockTerms terms) implements Clock {

    static final String NAME = "working-days-from-receipt";

    @Override
    public DeadlineSet start(ClockStart start) {
        WorkingDays days = start.calendar().forward(start.received(), terms.workingDays());
        return new DeadlineSet(
                start.id(kind),
                1,
                kind,
                days,
                days.dueAt(start.zone()),
                new Basis(DeadlineSource.PROTOCOL, terms.citation()),
                start.responsible());
    }
}
