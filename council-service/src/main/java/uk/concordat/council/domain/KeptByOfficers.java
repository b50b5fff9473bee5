package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.ImportReport.Named;

/** What a council's files say otherwise than its officers have said since: the officers' word stands, and the loss is told. */
final class KeptByOfficers {

    private KeptByOfficers() {}

    static List<Named> of(ProfileLine line, CouncilState before, LocalDate today) {
        List<Named> kept = new ArrayList<>();
        if (before.settings().isOfOfficers()) {
            kept.addAll(settings(line.settings(), before.settings().on(today).days()));
        }
        if (line.pack().isPresent() && isDecidedOtherwise(line, before)) {
            kept.add(new Named("protocol", line.from().toString()));
        }
        return List.copyOf(kept);
    }

    /** It is for officers to say which protocol is in force on that day, and they have not said that this one begins. */
    private static boolean isDecidedOtherwise(ProfileLine line, CouncilState before) {
        Optional<Profile.Adopted> said = line.pack().map(pack -> new Profile.Adopted(pack, line.from()));
        return before.adoptions().ruleOn(line.from())
                && before.profile().stream()
                        .flatMap(profile -> profile.protocols().stream())
                        .noneMatch(adopted -> said.equals(Optional.of(adopted)));
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
