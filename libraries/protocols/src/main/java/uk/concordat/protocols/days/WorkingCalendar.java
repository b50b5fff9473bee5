package uk.concordat.protocols.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The days on which a council works: not Saturdays, Sundays, the bank holidays of England and Wales, nor the days added
 * to them. Immutable; a proclaimed day makes a new calendar with a new version.
 */
public final class WorkingCalendar {

    private final String version;
    private final Map<LocalDate, String> additional;
    private final BankHolidays bankHolidays;

    private WorkingCalendar(String version, Map<LocalDate, String> additional, BankHolidays bankHolidays) {
        this.version = version;
        this.additional = additional;
        this.bankHolidays = bankHolidays;
    }

    /**
     * The calendar of a council in England or Wales.
     *
     * @param version the version of the council's own calendar, such as {@code city-of-london/1}; not blank
     * @param additional proclaimed days and closures; of two on one day the first gives the reason
     */
    public static WorkingCalendar englandAndWales(String version, List<NonWorkingDay> additional) {
        if (version.isBlank()) {
            throw new IllegalArgumentException("A calendar needs a version, which every proof shows");
        }
        Map<LocalDate, String> reasons = new LinkedHashMap<>();
        additional.forEach(added -> reasons.putIfAbsent(added.day(), added.why()));
        BankHolidays bankHolidays = BankHolidays.englandAndWales();
        return new WorkingCalendar(bankHolidays.version() + "+" + version, Map.copyOf(reasons), bankHolidays);
    }

    /**
     * What the days were counted in: the holidays, the library that computed them and its version, then the council's
     * own version, such as {@code england-and-wales/jollyday-1.8.1+city-of-london/1}.
     */
    public String version() {
        return version;
    }

    public boolean isWorkingDay(LocalDate day) {
        return whyNotWorking(day).isEmpty();
    }

    /**
     * Why the council does not work on that day, in English; empty for a working day. A weekend is the reason before a
     * holiday is, and a bank holiday before an added day.
     */
    public Optional<String> whyNotWorking(LocalDate day) {
        return weekend(day).or(() -> bankHolidays.nameOf(day)).or(() -> Optional.ofNullable(additional.get(day)));
    }

    /**
     * The n-th working day after a receipt. The day of receipt is day 0, whatever day it is; the next working day is
     * day 1.
     *
     * @param n working days, at least 1
     */
    public WorkingDays forward(LocalDate received, int n) {
        return count(received, n, 1);
    }

    /**
     * The last day to give n working days' notice: the n-th working day before the event, whose own day is day 0.
     *
     * @param n working days, at least 1
     */
    public WorkingDays backward(LocalDate event, int n) {
        return count(event, n, -1);
    }

    /** The first working day after that day. */
    public LocalDate next(LocalDate day) {
        return forward(day, 1).dueOn();
    }

    /**
     * A day that somebody named: it stands if the council works on it, and gives way to the next working day if not. Such
     * a proof begins at the day that was named.
     */
    public WorkingDays onOrAfter(LocalDate named) {
        return isWorkingDay(named)
                ? new WorkingDays(named, named, List.of(named), List.of(), version)
                : count(named.minusDays(1), 1, 1).from(named);
    }

    /** How many working days lie after the first day up to and including the last; negative where it lies before. */
    public int between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -between(last, first);
        }
        return (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private WorkingDays count(LocalDate from, int n, int step) {
        if (n < 1) {
            throw new IllegalArgumentException("At least one working day must be counted, not " + n);
        }
        List<LocalDate> counted = new ArrayList<>();
        List<SkippedDay> skipped = new ArrayList<>();
        LocalDate day = from;
        while (counted.size() < n) {
            day = day.plusDays(step);
            Optional<String> why = whyNotWorking(day);
            if (why.isPresent()) {
                skipped.add(new SkippedDay(day, why.get()));
            } else {
                counted.add(day);
            }
        }
        return new WorkingDays(from, day, counted, skipped, version);
    }

    private static Optional<String> weekend(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY
                ? Optional.of(weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return version;
    }
}
