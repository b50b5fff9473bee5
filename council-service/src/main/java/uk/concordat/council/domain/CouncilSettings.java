package uk.concordat.council.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All that a council has set for itself; what is not set is empty. */
public record CouncilSettings(LocalSettings days, List<LocalTarget> targets, Optional<QuietHours> quietHours) {

    public static final CouncilSettings NONE = ofFiles(LocalSettings.NONE);

    public CouncilSettings {
        targets = Objects.requireNonNullElse(targets, List.<LocalTarget>of()).stream()
                .sorted(Comparator.comparing(LocalTarget::direction).thenComparing(LocalTarget::kind))
                .toList();
    }

    /** What a council's files can say. */
    public static CouncilSettings ofFiles(LocalSettings days) {
        return new CouncilSettings(days, List.of(), Optional.empty());
    }

    public Optional<LocalTarget> target(String direction, String kind) {
        return targets.stream().filter(target -> target.isOf(direction, kind)).findFirst();
    }
}
