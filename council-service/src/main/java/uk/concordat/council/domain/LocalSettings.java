package uk.concordat.council.domain;

import java.util.Optional;

/** What the council has set for itself where no protocol says anything, in working days; what is not set is empty. */
public record LocalSettings(
        Optional<Integer> reminderWorkingDays,
        Optional<Integer> rungWorkingDays,
        Optional<Integer> followUpWorkingDays) {

    public static final LocalSettings NONE = new LocalSettings(Optional.empty(), Optional.empty(), Optional.empty());
}
