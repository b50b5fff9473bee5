package uk.concordat.council.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.LocalTarget;
import uk.concordat.council.domain.OpenTerms;
import uk.concordat.council.domain.QuietHours;
import uk.concordat.protocols.deadlines.DeadlineSource;

/** The single settings that a council's settings consist of, each under the name and value that portals are shown. */
record SettingRows(CouncilSettings settings) {

    /** Of a target also which way it goes and what it is for. */
    record Name(String setting, Optional<String> direction, Optional<String> kind) {

        static Name of(String setting) {
            return new Name(setting, Optional.empty(), Optional.empty());
        }

        static Name target(String direction, String kind) {
            return new Name("target", Optional.of(direction), Optional.of(kind));
        }

        boolean isTarget() {
            return direction.isPresent();
        }

        /** Never the protocol's. */
        String source() {
            return isTarget() ? DeadlineSource.LOCAL_TARGET.code() : "local";
        }
    }

    static final Name QUIET_HOURS = Name.of("quietHours");
    private static final List<Name> PLAIN = List.of(
            Name.of("reminderWorkingDays"), Name.of("rungWorkingDays"), Name.of("followUpWorkingDays"), QUIET_HOURS);

    /** Those that there always are, the targets that may be set, and the ones that are. */
    static List<Name> names(List<OpenTerms> open, CouncilSettings... settings) {
        Set<Name> names = new LinkedHashSet<>(PLAIN);
        open.forEach(term -> names.add(Name.target(term.direction(), term.kind())));
        for (CouncilSettings each : settings) {
            each.targets().forEach(target -> names.add(Name.target(target.direction(), target.kind())));
        }
        return List.copyOf(names);
    }

    Optional<Integer> workingDays(Name name) {
        return switch (name.setting()) {
            case "reminderWorkingDays" -> settings.days().reminderWorkingDays();
            case "rungWorkingDays" -> settings.days().rungWorkingDays();
            case "followUpWorkingDays" -> settings.days().followUpWorkingDays();
            default ->
                settings.targets().stream()
                        .filter(target ->
                                Name.target(target.direction(), target.kind()).equals(name))
                        .map(LocalTarget::workingDays)
                        .findFirst();
        };
    }

    Optional<QuietHours> hours(Name name) {
        return settings.quietHours().filter(_ -> name.equals(QUIET_HOURS));
    }

    /** In words. */
    Optional<String> value(Name name) {
        return workingDays(name)
                .map(ParameterBody::days)
                .or(() -> hours(name).map(hours -> "%s to %s".formatted(hours.from(), hours.to())));
    }

    /** What differs between the one and the other. */
    static List<SettingsBodies.Difference> differences(CouncilSettings was, CouncilSettings became) {
        Function<CouncilSettings, SettingRows> rows = SettingRows::new;
        List<SettingsBodies.Difference> differences = new ArrayList<>();
        for (Name name : names(List.of(), was, became)) {
            Optional<String> before = rows.apply(was).value(name);
            Optional<String> after = rows.apply(became).value(name);
            if (!before.equals(after)) {
                differences.add(
                        new SettingsBodies.Difference(name.setting(), name.direction(), name.kind(), before, after));
            }
        }
        return List.copyOf(differences);
    }
}
