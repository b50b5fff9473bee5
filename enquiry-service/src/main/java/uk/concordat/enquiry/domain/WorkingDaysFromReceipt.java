package uk.concordat.enquiry.domain;

import java.time.LocalDate;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.deadlines.Basis;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.pack.ClockTerms;

/**
 * Policy {@code working-days-from-receipt}: owed by the end of the n-th working day after the day of receipt in the
 * council's time zone, whatever the hour and whether or not that was a working day (COL-28, COL-29).
 */
record WorkingDaysFromReceipt(DeadlineKind kind, ClockTerms terms) implements Clock {

    static final String NAME = "working-days-from-receipt";

    @Override
    public DeadlineSet start(EnquiryCommand.Receive receipt) {
        LocalDate received = LocalDate.ofInstant(receipt.receivedAt(), receipt.zone());
        WorkingDays days = receipt.calendar().forward(received, terms.workingDays());
        DeadlineId id = receipt.deadlineIds().get(kind);
        if (id == null) {
            throw new IllegalArgumentException("The command brings no id for the clock " + kind.code());
        }
        return new DeadlineSet(
                id,
                1,
                kind,
                days,
                days.dueAt(receipt.zone()),
                new Basis(DeadlineSource.PROTOCOL, terms.citation()),
                receipt.officer());
    }
}
