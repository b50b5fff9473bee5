package uk.concordat.notification.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told of a deadline, to whomever it is told: without a name and without a word of the case.
 *
 * @param reference of the case
 * @param rung the step of the ladder; 0 for the breach itself and for all that is no breach
 * @param dueOn its day, as it is now
 * @param before the day that was told before, where it has moved
 * @param ladderWorkingDays the local setting by which it came up the line, from rung 1
 */
public record Notice(
        About about,
        CaseReference of,
        String reference,
        UUID deadlineId,
        int revision,
        int rung,
        String kind,
        LocalDate dueOn,
        Optional<LocalDate> before,
        Basis basis,
        Optional<Integer> ladderWorkingDays) {}
