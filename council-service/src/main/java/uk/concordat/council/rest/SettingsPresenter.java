package uk.concordat.council.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.concordat.council.domain.Closure;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.OpenTerms;
import uk.concordat.council.domain.SettingsChange;
import uk.concordat.council.domain.SettingsHistory;
import uk.concordat.council.domain.SettingsRules;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.SettingsTerms;
import uk.concordat.protocols.rules.Citation;

/** A council's settings as its people see them. */
final class SettingsPresenter {

    private final String council;
    private final Situation situation;
    private final SettingsHistory history;
    private final List<Closure> closures;
    private final Optional<Pack> pack;

    /** @param pack the protocol in force today */
    SettingsPresenter(String council, Situation situation, CouncilState state, Optional<Pack> pack) {
        this.council = council;
        this.situation = situation;
        this.history = state.settings();
        this.closures = state.closures().inForce();
        this.pack = pack;
    }

    SettingsBodies.Settings shown() {
        LocalDate today = situation.today();
        List<OpenTerms> open = pack.map(OpenTerms::of).orElse(List.of());
        var inForce = history.on(today);
        return new SettingsBodies.Settings(
                council,
                today,
                pack.map(it ->
                        new SettingsBodies.PackBody(it.id().pack(), it.id().version())),
                new SettingsBodies.ChangedBy(
                        SettingsRules.changedBy(pack),
                        pack.flatMap(Pack::settings)
                                .map(SettingsTerms::citation)
                                .map(SettingsBodies.OpenBody::of)),
                SettingsBodies.ValuesBody.of(inForce),
                SettingRows.names(open, inForce).stream()
                        .map(name -> item(name, new SettingRows(inForce), open))
                        .toList(),
                history.byDay().stream()
                        .filter(change -> change.from().isAfter(today))
                        .map(change -> SettingsBodies.Planned.of(change, situation.directory()))
                        .toList(),
                closures.stream()
                        .filter(closure -> !closure.to().isBefore(today))
                        .map(closure -> ClosureBodies.ClosureBody.of(closure, situation.directory()))
                        .toList());
    }

    private SettingsBodies.Item item(SettingRows.Name name, SettingRows rows, List<OpenTerms> open) {
        Optional<Citation> leftOpen = leftOpen(name, open);
        boolean isSet = rows.value(name).isPresent();
        Optional<SettingsChange> since = isSet ? since(name) : Optional.empty();
        return new SettingsBodies.Item(
                name.setting(),
                name.direction(),
                name.kind(),
                name.source(),
                rows.workingDays(name),
                rows.hours(name)
                        .map(hours -> new SettingsBodies.HoursBody(
                                hours.from().toString(), hours.to().toString())),
                leftOpen.map(SettingsBodies.OpenBody::of),
                Optional.of(leftOpen.isPresent()).filter(_ -> isSet && name.isTarget()),
                since.map(SettingsChange::from),
                since.flatMap(SettingsChange::by)
                        .flatMap(by -> CalendarBodies.PersonBody.of(by.person(), situation.directory())),
                since.flatMap(SettingsChange::by).map(SettingsChange.ByOfficer::at));
    }

    private Optional<Citation> leftOpen(SettingRows.Name name, List<OpenTerms> open) {
        return name.equals(SettingRows.QUIET_HOURS)
                ? pack.flatMap(Pack::settings).flatMap(SettingsTerms::quietHours)
                : open.stream()
                        .filter(term -> SettingRows.Name.target(term.direction(), term.kind())
                                .equals(name))
                        .map(OpenTerms::citation)
                        .findFirst();
    }

    /** The change since which it has been what it is today without a break. */
    private Optional<SettingsChange> since(SettingRows.Name name) {
        List<SettingsChange> untilToday = history.byDay().stream()
                .filter(change -> !change.from().isAfter(situation.today()))
                .toList();
        Optional<String> value = new SettingRows(untilToday.getLast().settings()).value(name);
        return Optional.of(untilToday.reversed().stream()
                .takeWhile(
                        change -> new SettingRows(change.settings()).value(name).equals(value))
                .reduce((_, earlier) -> earlier)
                .orElseThrow());
    }

    /**
     * What was changed, the newest first.
     *
     * @param before only what came before the change of that number; the first is 1
     */
    static SettingsBodies.History history(SettingsHistory history, int before, int limit, Directory directory) {
        int last = Math.min(before - 1, history.changes().size());
        int first = Math.max(last - limit, 0);
        return new SettingsBodies.History(
                IntStream.range(first, last)
                        .mapToObj(change -> change(history, change, directory))
                        .toList()
                        .reversed(),
                first > 0 ? Optional.of(Integer.toString(first + 1)) : Optional.empty());
    }

    private static SettingsBodies.Change change(SettingsHistory history, int number, Directory directory) {
        SettingsChange change = history.changes().get(number);
        return new SettingsBodies.Change(
                change.from(),
                change.by().isPresent() ? "officer" : "council.csv",
                change.by().map(SettingsChange.ByOfficer::at),
                change.by().flatMap(by -> CalendarBodies.PersonBody.of(by.person(), directory)),
                change.by().map(SettingsChange.ByOfficer::reason),
                SettingRows.differences(history.before(number).on(change.from()), change.settings()));
    }
}
