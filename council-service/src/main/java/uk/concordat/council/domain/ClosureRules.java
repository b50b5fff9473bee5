package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CalendarRefusal.Reason;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.days.WorkingCalendar;

/** When offices may be closed, and until when that may be taken back. */
final class ClosureRules {

    static final int MOST_DAYS = 31;

    private ClosureRules() {}

    static Decision<CouncilEvent, CalendarRefusal> close(CloseOffices command, CouncilState state) {
        Profile profile = profile(state);
        LocalDate today = LocalDate.ofInstant(command.now(), profile.zone());
        if (!Authority.CLOSE.isFor(command.roles())) {
            return onlyMemberServices();
        }
        return wrongDays(command, today)
                .or(() -> notWorkedAnyway(command, profile, state))
                .or(() -> withoutReason(command, today))
                .<Decision<CouncilEvent, CalendarRefusal>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new OfficesClosed(
                        command.from(),
                        command.to(),
                        command.why(),
                        command.source(),
                        command.reason(),
                        command.by(),
                        command.now(),
                        profile.nextCalendarVersion())));
    }

    static Decision<CouncilEvent, CalendarRefusal> withdraw(WithdrawClosure command, CouncilState state) {
        Profile profile = profile(state);
        if (!Authority.OPEN.isFor(command.roles())) {
            return onlyMemberServices();
        }
        if (state.closures().from(command.from()).filter(Closure::isInForce).isEmpty()) {
            return Decision.refuse(new CalendarRefusal(
                    Reason.ALREADY_WITHDRAWN, "The closure from %s has been withdrawn.".formatted(command.from())));
        }
        return command.from().isAfter(LocalDate.ofInstant(command.now(), profile.zone()))
                ? Decision.accept(new ClosureWithdrawn(
                        command.from(), command.reason(), command.by(), command.now(), profile.nextCalendarVersion()))
                : Decision.refuse(new CalendarRefusal(
                        Reason.DAY_HAS_BEGUN,
                        "Its first day has begun or is over; a closure is withdrawn only while all of it is ahead."));
    }

    private static Optional<CalendarRefusal> wrongDays(CloseOffices command, LocalDate today) {
        if (command.to().isBefore(command.from())) {
            return refusal(Reason.ENDS_BEFORE_IT_BEGINS, "A closure ends on its first day or later.");
        }
        if (command.from().isBefore(NonWorkingDays.EARLIEST)
                || command.to().isAfter(today.plusYears(NonWorkingDays.MOST_YEARS_AHEAD))) {
            return refusal(Reason.DAY_TOO_FAR, "Offices are closed from the year 2000 on and up to five years ahead.");
        }
        return command.to().isAfter(command.from().plusDays(MOST_DAYS - 1L))
                ? refusal(Reason.CLOSURE_TOO_LONG, "A closure has at most %d days.".formatted(MOST_DAYS))
                : Optional.empty();
    }

    private static Optional<CalendarRefusal> notWorkedAnyway(
            CloseOffices command, Profile profile, CouncilState state) {
        if (state.closures().isAnyIn(command.from(), command.to())) {
            return refusal(
                    Reason.CLOSURE_OVERLAPS,
                    "The offices are closed on some of these days already; withdraw that, or name the others.");
        }
        WorkingCalendar bankHolidays = WorkingCalendar.englandAndWales(profile.key(), List.of());
        return command.from()
                        .datesUntil(command.to().plusDays(1))
                        .anyMatch(day -> bankHolidays.isWorkingDay(day) && !profile.isClosedOn(day))
                ? Optional.empty()
                : refusal(
                        Reason.NOT_A_WORKING_DAY_ANYWAY,
                        "Nobody works on any of these days anyway, so there is nothing to close.");
    }

    private static Optional<CalendarRefusal> withoutReason(CloseOffices command, LocalDate today) {
        return !command.from().isAfter(today) && command.reason().isEmpty()
                ? refusal(
                        Reason.PAST_DAY_WITHOUT_REASON,
                        command.from() + " has begun or is over. Give the reason why it is said only now.")
                : Optional.empty();
    }

    private static Profile profile(CouncilState state) {
        return state.profile()
                .orElseThrow(() -> new IllegalArgumentException("A council that is not known has no offices"));
    }

    private static Decision<CouncilEvent, CalendarRefusal> onlyMemberServices() {
        return Decision.refuse(new CalendarRefusal(
                Reason.MEMBER_SERVICES_ONLY, "Only who holds a post of member services today may do this."));
    }

    private static Optional<CalendarRefusal> refusal(Reason reason, String detail) {
        return Optional.of(new CalendarRefusal(reason, detail));
    }
}
