package uk.concordat.notification.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.notification.domain.CaseReference;

/**
 * A watched deadline whose next moment has come.
 *
 * @param since when its date was last set or moved, where that is known
 * @param hasLapsed whether it has lapsed before, by an earlier rung or revision
 */
record DueDeadline(
        UUID deadlineId,
        int revision,
        int rung,
        Instant due,
        LocalDate dueOn,
        Optional<Instant> since,
        CaseReference of,
        Optional<String> traceparent,
        boolean hasLapsed) {}
