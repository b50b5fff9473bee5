package uk.concordat.notification.domain;

import java.time.Instant;
import uk.concordat.protocols.deadlines.DeadlineId;

/**
 * A deadline's moment may have come.
 *
 * @param due the moment at which this rung is due
 * @param rung 0 for the breach itself, then the steps of the ladder
 */
public record ReportLapse(DeadlineId deadlineId, int revision, int rung, Instant due, CaseReference of, Instant now) {}
