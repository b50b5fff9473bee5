package uk.concordat.enquiry.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.enquiry.domain.LocalTarget;
import uk.concordat.kit.council.CouncilDocument;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.protocols.deadlines.DeadlineKind;

/** The targets that a council has set for itself. */
final class LocalTargets {

    private LocalTargets() {}

    /** Those in force on a day. One for something that this build does not know starts no clock here. */
    static List<LocalTarget> on(LocalDate day, CouncilDocument council) {
        return council.settingsOn(day).targets().stream()
                .flatMap(LocalTargets::known)
                .toList();
    }

    private static Stream<LocalTarget> known(LocalSettings.Target target) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.code().equals(target.direction()))
                .flatMap(direction -> Arrays.stream(DeadlineKind.values())
                        .filter(kind -> kind.code().equals(target.kind()))
                        .map(kind -> new LocalTarget(direction, kind, target.workingDays())));
    }
}
