package uk.concordat.council.messaging;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.SettingsChange;
import uk.concordat.council.domain.SettingsHistory;
import uk.concordat.kit.council.CouncilDocument.DatedSettings;
import uk.concordat.kit.council.LocalSettings;

/** What a council has set for itself, as its document tells it: who set it and why stays here. */
final class SettingsPublisher {

    private SettingsPublisher() {}

    /** What held when an officer last set something; services that know of no days go by it. */
    static LocalSettings present(Profile profile, SettingsHistory settings) {
        return settings.changes().reversed().stream()
                .flatMap(change -> change.by().stream())
                .findFirst()
                .map(by -> LocalDate.ofInstant(by.at(), profile.zone()))
                .map(day -> settings(settings.on(day)))
                .orElseGet(() -> settings(CouncilSettings.ofFiles(profile.settings())));
    }

    /** What files say has no need of days: it holds from when it is told. */
    static List<DatedSettings> dated(SettingsHistory settings) {
        return settings.isOfOfficers()
                ? settings.byDay().stream().map(SettingsPublisher::dated).toList()
                : List.of();
    }

    private static DatedSettings dated(SettingsChange change) {
        return new DatedSettings(change.from(), settings(change.settings()));
    }

    private static LocalSettings settings(CouncilSettings settings) {
        return new LocalSettings(
                settings.days().reminderWorkingDays(),
                settings.days().rungWorkingDays(),
                settings.days().followUpWorkingDays(),
                settings.targets().stream()
                        .map(target ->
                                new LocalSettings.Target(target.direction(), target.kind(), target.workingDays()))
                        .toList(),
                settings.quietHours().map(hours -> new LocalSettings.QuietHours(hours.from(), hours.to())));
    }
}
