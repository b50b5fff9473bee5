package uk.concordat.council.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.CalendarRefusal.Reason;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.days.WorkingCalendar;

/** Which days may be proclaimed, and which may be withdrawn again. */
final class NonWorkingDays {

    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    static final int MOST_YEARS_AHEAD = 5;

    private NonWorkingDays() {}

    static Decision<CouncilEvent, CalendarRefusal> proclaim(ProclaimNonWorkingDay command, CouncilState state) {
        Profile profile = profile(state);
        LocalDate day = command.day();
        LocalDate today = LocalDate.ofInstant(command.now(), profile.zone());
        if (!Authority.PROCLAIM.isFor(command.roles())) {
            return onlyMemberServices();
        }
        if (day.isBefore(EARLIEST) || day.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            return refuse(Reason.DAY_TOO_FAR, "Days are proclaimed from the year 2000 on and up to five years ahead.");
        }
        if (profile.isClosedOn(day)) {
            return refuse(Reason.ALREADY_PROCLAIMED, day + " has been proclaimed already.");
        }
        Optional<String> anyway = bankHolidays(profile).whyNotWorking(day);
        if (anyway.isPresent()) {
            return refuse(
                    Reason.NOT_A_WORKING_DAY_ANYWAY,
                    "%s is %s%s: nobody works on it anyway, so there is nothing to proclaim."
                            .formatted(day, isWeekend(day) ? "a " : "", anyway.get()));
        }
        if (!day.isAfter(today) && command.reason().isEmpty()) {
            return refuse(
                    Reason.PAST_DAY_WITHOUT_REASON,
                    day + " has begun or is over. Give the reason why it is proclaimed only now.");
        }
        return Decision.accept(new NonWorkingDayProclaimed(
                day,
                command.why(),
                command.source(),
                command.reason(),
                command.by(),
                command.now(),
                profile.nextCalendarVersion()));
    }

    static Decision<CouncilEvent, CalendarRefusal> withdraw(WithdrawNonWorkingDay command, CouncilState state) {
        Profile profile = profile(state);
        LocalDate day = command.day();
        if (!Authority.WITHDRAW.isFor(command.roles())) {
            return onlyMemberServices();
        }
        if (!profile.isClosedOn(day)) {
            return refuse(Reason.ALREADY_WITHDRAWN, day + " is not, or no longer, proclaimed.");
        }
        if (!day.isAfter(LocalDate.ofInstant(command.now(), profile.zone()))) {
            return refuse(
                    Reason.DAY_HAS_BEGUN, day + " has begun or is over; a day is withdrawn only while it is ahead.");
        }
        return Decision.accept(new NonWorkingDayWithdrawn(
                day, command.reason(), command.by(), command.now(), profile.nextCalendarVersion()));
    }

    private static Profile profile(CouncilState state) {
        return state.profile()
                .orElseThrow(() -> new IllegalArgumentException("A council that is not known has no calendar"));
    }

    /** The calendar as it is without anything of the council's own. */
    private static WorkingCalendar bankHolidays(Profile profile) {
        return WorkingCalendar.englandAndWales(profile.key(), List.of());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Decision<CouncilEvent, CalendarRefusal> onlyMemberServices() {
        return refuse(Reason.MEMBER_SERVICES_ONLY, "Only who holds a post of member services today may do this.");
    }

    private static Decision<CouncilEvent, CalendarRefusal> refuse(Reason reason, String detail) {
        return Decision.refuse(new CalendarRefusal(reason, detail));
    }
}
