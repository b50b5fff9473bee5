package uk.concordat.enquiry.domain;

import uk.concordat.protocols.deadlines.DeadlineKind;

/**
 * The council's own target for something to which its protocol gives no limit. Like the protocol it is kept with the case
 * from its receipt.
 *
 * @param workingDays from receipt
 */
public record LocalTarget(Direction direction, DeadlineKind kind, int workingDays) {}
