package uk.concordat.notification.application;

import uk.concordat.kit.council.Directory;
import uk.concordat.notification.domain.LocalTimes;

/** The times that a council has set for itself, as the replica has them now. */
final class CouncilTimes {

    private CouncilTimes() {}

    static LocalTimes of(Directory council) {
        var settings = council.council().settings();
        return new LocalTimes(
                council.calendar(), council.zone(), settings.reminderWorkingDays(), settings.rungWorkingDays());
    }
}
