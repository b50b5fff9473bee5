package uk.concordat.notification.domain;

import java.time.Instant;
import uk.concordat.protocols.deadlines.DeadlineId;

/** The clock has passed a deadline. Whether that is a breach is for the owner of the case to say. */
public record DeadlineLapsed(DeadlineId deadlineId, int revision, int rung, Instant due, CaseReference of, Instant at)
        implements LapseEvent {}
