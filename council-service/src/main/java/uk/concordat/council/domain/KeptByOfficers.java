package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.ImportReport.Named;

/** What a council's files say otherwise than its officers have said since: the officers' word stands, and the loss is told. */
final class KeptByOfficers {

    private KeptByOfficers() {}

    static List<Named> of(ProfileLine line, CouncilState before, LocalDate today) {
        return before.settings().isOfOfficers()
                ? settings(line.settings(), before.settings().on(today).days())
                : List.of();
    }

    /** A column that is empty says nothing that would be lost. */
    private static List<Named> settings(LocalSettings said, LocalSettings set) {
        return Stream.of(
                        Map.entry(
                                "reminderWorkingDays", List.of(said.reminderWorkingDays(), set.reminderWorkingDays())),
                        Map.entry("rungWorkingDays", List.of(said.rungWorkingDays(), set.rungWorkingDays())),
                        Map.entry(
                                "followUpWorkingDays", List.of(said.followUpWorkingDays(), set.followUpWorkingDays())))
                .filter(setting -> {
                    var ofFile = setting.getValue().getFirst();
                    return ofFile.isPresent()
                            && !ofFile.equals(setting.getValue().getLast());
                })
                .map(setting -> new Named("setting", setting.getKey()))
                .toList();
    }
}
