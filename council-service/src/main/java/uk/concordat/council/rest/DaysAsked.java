package uk.concordat.council.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Proclamation;
import uk.concordat.council.domain.Profile;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;

/** Which page of a council's non-working days is asked for. */
record DaysAsked(int limit, LocalDate after) {

    /** @throws MalformedRequest if the limit is no number above 0, or {@code after} is no day */
    static DaysAsked of(@Nullable String limit, @Nullable String after) {
        try {
            return new DaysAsked(
                    Page.Asked.of(limit, null).limit(), after == null ? LocalDate.MIN : LocalDate.parse(after));
        } catch (DateTimeException none) {
            throw new MalformedRequest("bad-after", "after is the value of next from the page before.");
        }
    }

    CalendarBodies.Days page(CouncilState state, Directory directory) {
        List<CalendarBodies.Day> days = state.proclamations().values().stream()
                .filter(Proclamation::isInForce)
                .filter(proclamation -> proclamation.proclaimed().day().isAfter(after))
                .sorted(Comparator.comparing(
                        proclamation -> proclamation.proclaimed().day()))
                .map(proclamation -> CalendarBodies.Day.of(proclamation, directory))
                .toList();
        List<CalendarBodies.Day> page = days.subList(0, Math.min(limit, days.size()));
        return new CalendarBodies.Days(
                page,
                days.size() > limit ? Optional.of(page.getLast().day()) : Optional.empty(),
                state.profile().map(Profile::calendarVersion).orElseThrow());
    }
}
