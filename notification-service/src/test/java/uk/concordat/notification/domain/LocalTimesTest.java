package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.days.WorkingCalendar;

class LocalTimesTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 30);

    private static LocalTimes times(Optional<Integer> reminder, Optional<Integer> rung) {
        return new LocalTimes(
                WorkingCalendar.englandAndWales("test/1", List.of()), ZoneId.of("Europe/London"), reminder, rung);
    }

    @Test
    void a_reminder_goes_out_at_the_start_of_the_working_day_that_is_so_many_before() {
        assertThat(times(Optional.of(1), Optional.empty()).reminder(WEDNESDAY))
                .contains(Instant.parse("2026-12-29T00:00:00Z"));
        assertThat(times(Optional.of(2), Optional.empty()).reminder(WEDNESDAY))
                .as("past the Boxing Day substitute, the weekend and Christmas Day")
                .contains(Instant.parse("2026-12-24T00:00:00Z"));
    }

    @Test
    void in_summer_the_day_starts_an_hour_before_midnight_of_greenwich() {
        assertThat(times(Optional.of(1), Optional.empty()).reminder(LocalDate.of(2026, 7, 2)))
                .contains(Instant.parse("2026-06-30T23:00:00Z"));
    }

    @Test
    void a_rung_counts_from_the_day_in_the_council_on_which_the_date_was_moved() {
        Instant afterMidnightInLondon = Instant.parse("2026-07-01T23:30:00Z");

        assertThat(times(Optional.empty(), Optional.of(1))
                        .rung(1, LocalDate.of(2026, 6, 1), Optional.of(afterMidnightInLondon)))
                .as("moved on Thursday 2 July, so by the end of Friday 3 July")
                .contains(Instant.parse("2026-07-03T23:00:00Z"));
    }

    @Test
    void what_is_not_set_does_not_come() {
        LocalTimes nothingSet = times(Optional.empty(), Optional.empty());

        assertThat(nothingSet.reminder(WEDNESDAY)).isEmpty();
        assertThat(nothingSet.rung(1, WEDNESDAY, Optional.empty())).isEmpty();
    }
}
