package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.people.PersonId;

/**
 * A promised date that was revised (HAR-37).
 *
 * @param inTime whether the date before had not yet gone; otherwise that date stays missed
 * @param slippage working days from the date before to the new one; negative where the new one is earlier
 * @param replaced the deadline of the date before
 */
public record Revision(
        PersonId by,
        Instant at,
        String explanation,
        LocalDate before,
        LocalDate replyBy,
        boolean inTime,
        int slippage,
        DeadlineId replaced) {

    /** The same, now that the date before turns out not to have gone by then. */
    Revision madeInTime() {
        return new Revision(by, at, explanation, before, replyBy, true, slippage, replaced);
    }
}
