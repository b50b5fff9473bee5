package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CalendarRefusal.Reason;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.days.WorkingCalendar;

/** When offices may be closed, and until when that may be cut short or taken back. */
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
        if (inForce(command.from(), state).isEmpty()) {
            return alreadyWithdrawn(command.from());
        }
        return command.from().isAfter(LocalDate.ofInstant(command.now(), profile.zone()))
                ? Decision.accept(new ClosureWithdrawn(
                        command.from(), command.reason(), command.by(), command.now(), profile.nextCalendarVersion()))
                : Decision.refuse(
                        new CalendarRefusal(
                                Reason.DAY_HAS_BEGUN,
                                "Its first day has begun or is over; a closure is withdrawn only while all of it is ahead; later it is shortened."));
    }

    /** Days that are over stay as they were: whoever counted them counted rightly. */
    static Decision<CouncilEvent, CalendarRefusal> shorten(ShortenClosure command, CouncilState state) {
        Profile profile = profile(state);
        if (!Authority.OPEN.isFor(command.roles())) {
            return onlyMemberServices();
        }
        Optional<Closure> closure = inForce(command.from(), state);
        if (closure.isEmpty()) {
            return alreadyWithdrawn(command.from());
        }
        LocalDate last = closure.get().to();
        LocalDate today = LocalDate.ofInstant(command.now(), profile.zone());
        return lastDayOver(last, today)
                .or(() -> notShorter(command, last, today))
                .<Decision<CouncilEvent, CalendarRefusal>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new ClosureShortened(
                        command.from(),
                        command.to(),
                        command.reason(),
                        command.by(),
                        command.now(),
                        profile.nextCalendarVersion())));
    }

    private static Optional<CalendarRefusal> lastDayOver(LocalDate last, LocalDate today) {
        return last.isAfter(today)
                ? Optional.empty()
                : refusal(
                        Reason.CLOSURE_OVER,
                        "Its last day, %s, has begun or is over, so nothing is left to shorten.".formatted(last));
    }

    private static Optional<CalendarRefusal> notShorter(ShortenClosure command, LocalDate last, LocalDate today) {
        LocalDate earliest = command.from().isAfter(today) ? command.from() : today;
        return command.to().isBefore(earliest) || !command.to().isBefore(last)
                ? refusal(
                        Reason.CLOSURE_NOT_SHORTER,
                        "Its last day is moved to %s or later, and before %s.".formatted(earliest, last))
                : Optional.empty();
    }

    private static Optional<Closure> inForce(LocalDate from, CouncilState state) {
        return state.closures().from(from).filter(Closure::isInForce);
    }

    private static Decision<CouncilEvent, CalendarRefusal> alreadyWithdrawn(LocalDate from) {
        return Decision.refuse(new CalendarRefusal(
                Reason.ALREADY_WITHDRAWN, "The closure from %s has been withdrawn.".formatted(from)));
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
