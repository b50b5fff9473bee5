package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;

/**
 * How what the council sets for itself came to be, as it was recorded. Once an officer has set something, files have no
 * more say in it.
 */
public record SettingsHistory(List<SettingsChange> changes) {

    public static final SettingsHistory NONE = new SettingsHistory(List.of());

    public SettingsHistory {
        changes = List.copyOf(changes);
    }

    public boolean isOfOfficers() {
        return changes.stream().anyMatch(change -> change.by().isPresent());
    }

    /** What is in force on a day. */
    public CouncilSettings on(LocalDate day) {
        return changeOn(day).map(SettingsChange::settings).orElse(CouncilSettings.NONE);
    }

    /** The change by which that is in force. */
    public Optional<SettingsChange> changeOn(LocalDate day) {
        // Of those from one day, the later one has taken the other's place.
        return changes.stream()
                .filter(change -> !change.from().isAfter(day))
                .max(Comparator.comparing(SettingsChange::from).thenComparing(changes::lastIndexOf));
    }

    /** Those that count, one a day, by their days. */
    public List<SettingsChange> byDay() {
        TreeMap<LocalDate, SettingsChange> byDay = new TreeMap<>();
        changes.forEach(change -> byDay.put(change.from(), change));
        return List.copyOf(byDay.values());
    }

    /** As it was before a change was recorded. */
    public SettingsHistory before(int change) {
        return new SettingsHistory(changes.subList(0, change));
    }

    SettingsHistory with(SettingsChanged changed) {
        return and(new SettingsChange(
                changed.from(),
                changed.settings(),
                Optional.of(new SettingsChange.ByOfficer(changed.by(), changed.at(), changed.reason()))));
    }

    /** What files say counts from the day of their import, as long as no officer has set anything. */
    SettingsHistory withFiles(LocalSettings days, LocalDate imported) {
        CouncilSettings settings = CouncilSettings.ofFiles(days);
        CouncilSettings before =
                changes.isEmpty() ? CouncilSettings.NONE : changes.getLast().settings();
        return isOfOfficers() || settings.equals(before)
                ? this
                : and(new SettingsChange(imported, settings, Optional.empty()));
    }

    private SettingsHistory and(SettingsChange change) {
        return new SettingsHistory(
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
