package uk.concordat.enquiry.domain;

import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Basis;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.rules.Citation;

/**
 * The council's own target where its protocol speaks of something without a limit (HAC-64, WTC-25, WTC-27): counted as a
 * protocol's limit is, and never shown as one.
 *
 * @param leftOpenBy the rule that gives no limit
 */
record LocalTargetFromReceipt(LocalTarget target, Citation leftOpenBy) implements Clock {

    @Override
    public DeadlineSet start(ClockStart start) {
        WorkingDays days = start.calendar().forward(start.received(), target.workingDays());
        return new DeadlineSet(
                start.id(target.kind()),
                1,
                target.kind(),
                days,
                days.dueAt(start.zone()),
                new Basis(DeadlineSource.LOCAL_TARGET, leftOpenBy),
                start.responsible());
    }
}
