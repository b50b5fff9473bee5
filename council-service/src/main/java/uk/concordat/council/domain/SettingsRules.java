package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.SettingsRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.SettingsTerms;
import uk.concordat.protocols.rules.Citation;

/** What a council may set for itself, and who may: whom the protocol in force names, or else the Head of Paid Service. */
public final class SettingsRules {

    static final int MOST_YEARS_AHEAD = 5;
    private static final int MOST_WORKING_DAYS = 60;
    private static final int MOST_DAYS_OF_A_TARGET = 260;

    private SettingsRules() {}

    /** The roles of the posts whose holders may change them. */
    public static List<String> changedBy(Optional<Pack> present) {
        return Authority.SET.rolesOr(present.flatMap(Pack::settings).map(SettingsTerms::changedBy));
    }

    static Decision<CouncilEvent, SettingsRefusal> change(ChangeSettings command, CouncilState state) {
        List<String> mayChange = changedBy(command.present());
        if (mayChange.stream().noneMatch(command.roles()::contains)) {
            return Decision.refuse(new SettingsRefusal(
                    Reason.NOT_YOURS_TO_SET,
                    "Only who holds a post as %s today may change what the council sets for itself."
                            .formatted(String.join(" or ", mayChange)),
                    command.present().flatMap(Pack::settings).map(SettingsTerms::citation)));
        }
        return wrongDay(command, state)
                .or(() -> outOfBounds(command.settings()))
                .or(() -> wrongTarget(command))
                .<Decision<CouncilEvent, SettingsRefusal>>map(Decision::refuse)
                .orElseGet(() -> changed(command, state));
    }

    private static Decision<CouncilEvent, SettingsRefusal> changed(ChangeSettings command, CouncilState state) {
        return state.settings().on(command.from()).equals(command.settings())
                ? Decision.accept()
                : Decision.accept(new SettingsChanged(
                        command.from(), command.settings(), command.reason(), command.by(), command.now()));
    }

    private static Optional<SettingsRefusal> wrongDay(ChangeSettings command, CouncilState state) {
        LocalDate today = LocalDate.ofInstant(
                command.now(),
                state.profile()
                        .orElseThrow(() -> new IllegalArgumentException("A council that is not known sets nothing"))
                        .zone());
        if (command.from().isBefore(today)) {
            return refusal(Reason.DAY_OVER, "Settings are changed from today on, or from a day that is still ahead.");
        }
        return command.from().isAfter(today.plusYears(MOST_YEARS_AHEAD))
                ? refusal(Reason.DAY_TOO_FAR, "Settings are changed up to five years ahead.")
                : Optional.empty();
    }

    private static Optional<SettingsRefusal> outOfBounds(CouncilSettings settings) {
        LocalSettings days = settings.days();
        return Stream.of(
                        Map.entry("reminderWorkingDays", days.reminderWorkingDays()),
                        Map.entry("rungWorkingDays", days.rungWorkingDays()),
                        Map.entry("followUpWorkingDays", days.followUpWorkingDays()))
                .filter(setting -> setting.getValue()
                        .filter(number -> number < 1 || number > MOST_WORKING_DAYS)
                        .isPresent())
                .findFirst()
                .flatMap(setting -> refusal(
                        Reason.OUT_OF_BOUNDS,
                        "%s is a whole number of working days from 1 to %d; leave it out where it is not set."
                                .formatted(setting.getKey(), MOST_WORKING_DAYS)))
                .or(
                        () -> settings.quietHours()
                                .filter(hours -> hours.from().equals(hours.to()))
                                .flatMap(
                                        _ -> refusal(
                                                Reason.NO_QUIET_HOURS,
                                                "Quiet hours end at another time than they begin; leave them out where there are none.")));
    }

    private static Optional<SettingsRefusal> wrongTarget(ChangeSettings command) {
        Set<String> seen = new HashSet<>();
        return command.settings().targets().stream()
                .flatMap(target -> wrong(target, seen, command.then()).stream())
                .findFirst();
    }

    private static Optional<SettingsRefusal> wrong(LocalTarget target, Set<String> seen, Optional<Pack> then) {
        String words = "%s, %s".formatted(target.kind(), target.direction());
        if (target.workingDays() < 1 || target.workingDays() > MOST_DAYS_OF_A_TARGET) {
            return refusal(
                    Reason.OUT_OF_BOUNDS,
                    "A target is a whole number of working days from 1 to %d.".formatted(MOST_DAYS_OF_A_TARGET));
        }
        if (!seen.add(words)) {
            return refusal(Reason.TARGET_TWICE, "There is more than one target for %s.".formatted(words));
        }
        Optional<ClockTerms> stated = then.flatMap(pack -> OpenTerms.stated(pack, target));
        if (stated.isPresent()) {
            return Optional.of(statedAlready(words, stated.get()));
        }
        boolean leftOpen = then.stream()
                .flatMap(pack -> OpenTerms.of(pack).stream())
                .anyMatch(open -> target.isOf(open.direction(), open.kind()));
        return leftOpen
                ? Optional.empty()
                : refusal(
                        Reason.NOT_LEFT_OPEN,
                        "The protocol in force on that day leaves no time open for %s, so there is nothing to set a target for."
                                .formatted(words));
    }

    private static SettingsRefusal statedAlready(String words, ClockTerms clock) {
        Citation citation = clock.citation();
        return new SettingsRefusal(
                Reason.PROTOCOL_STATES_IT,
                "The protocol gives %d working days for %s (paragraph %s). A target is set only where it gives none."
                        .formatted(clock.workingDays(), words, citation.paragraph()),
                Optional.of(citation));
    }

    private static Optional<SettingsRefusal> refusal(Reason reason, String detail) {
        return Optional.of(new SettingsRefusal(reason, detail, Optional.empty()));
    }
}
