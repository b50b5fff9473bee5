package uk.concordat.notification.application;

import java.time.Instant;
import uk.concordat.kit.council.Directory;
import uk.concordat.notification.domain.LocalTimes;

/** The times that a council has set for itself, as they are in force at a moment. */
final class CouncilTimes {

    private CouncilTimes() {}

    static LocalTimes of(Directory council, Instant now) {
        var settings = council.council().settingsOn(council.day(now));
        return new LocalTimes(
                council.calendar(), council.zone(), settings.reminderWorkingDays(), settings.rungWorkingDays());
    }
}
