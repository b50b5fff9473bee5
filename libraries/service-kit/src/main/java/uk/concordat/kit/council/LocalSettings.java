package uk.concordat.kit.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What a council sets for itself where no protocol says anything: shown as local, never as the protocol's. What is not
 * set does not happen. All are whole numbers of working days, at least 1.
 *
 * @param reminderWorkingDays how long before its day a deadline is recalled to who owes it
 * @param rungWorkingDays how long a missed deadline stays on one rung of the ladder before it climbs to the next
 * @param followUpWorkingDays how long after an answer a follow-up reopens the enquiry
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LocalSettings(
        Optional<Integer> reminderWorkingDays,
        Optional<Integer> rungWorkingDays,
        Optional<Integer> followUpWorkingDays) {

    /** Nothing set: no reminders, no rung after the first, no follow-up. */
    public static final LocalSettings NONE = new LocalSettings(Optional.empty(), Optional.empty(), Optional.empty());
}
