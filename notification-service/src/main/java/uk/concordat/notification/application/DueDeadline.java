package uk.concordat.notification.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.notification.domain.CaseReference;

/** A watched deadline whose next moment has come. */
record DueDeadline(
        UUID deadlineId, int revision, int rung, Instant due, CaseReference of, Optional<String> traceparent) {}
