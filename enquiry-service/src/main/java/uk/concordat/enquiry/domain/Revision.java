package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.protocols.people.PersonId;

/**
 * A promised date that was revised (HAR-37).
 *
 * @param inTime whether the date before had not yet gone; otherwise that date stays missed
 * @param slippage working days from the date before to the new one; negative where the new one is earlier
 */
public record Revision(
        PersonId by,
        Instant at,
        String explanation,
        LocalDate before,
        LocalDate replyBy,
        boolean inTime,
        int slippage) {}
