package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.testing.Rule;

/** Clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026, both at 01:00 UTC. */
class DueMomentTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales("city-of-london/1", List.of());

    @ParameterizedTest
    @Rule({"COL-28", "COL-29"})
    @CsvSource({
        // received, working days, due on, the first moment after it
        "2026-12-24, 2, 2026-12-30, 2026-12-31T00:00:00Z",
        "2026-12-24, 10, 2027-01-12, 2027-01-13T00:00:00Z",
        "2026-03-25, 2, 2026-03-27, 2026-03-28T00:00:00Z",
        "2026-03-26, 2, 2026-03-30, 2026-03-30T23:00:00Z",
        "2026-03-28, 1, 2026-03-30, 2026-03-30T23:00:00Z",
        "2026-10-21, 2, 2026-10-23, 2026-10-23T23:00:00Z",
        "2026-10-22, 2, 2026-10-26, 2026-10-27T00:00:00Z",
        "2026-10-25, 1, 2026-10-26, 2026-10-27T00:00:00Z",
        "2026-10-12, 10, 2026-10-26, 2026-10-27T00:00:00Z",
    })
    void a_deadline_falls_due_at_the_end_of_its_day_in_london_in_summer_and_in_winter(
            LocalDate received, int workingDays, LocalDate dueOn, Instant dueAt) {
        WorkingDays days = calendar.forward(received, workingDays);

        assertThat(days.dueOn()).isEqualTo(dueOn);
        assertThat(days.dueAt(LONDON)).isEqualTo(dueAt);
    }

    @Test
    void the_end_of_the_very_days_on_which_clocks_change_is_midnight_in_london() {
        assertThat(dueOn(LocalDate.of(2026, 3, 28)).dueAt(LONDON)).isEqualTo("2026-03-29T00:00:00Z");
        assertThat(dueOn(LocalDate.of(2026, 3, 29)).dueAt(LONDON)).isEqualTo("2026-03-29T23:00:00Z");
        assertThat(dueOn(LocalDate.of(2026, 10, 24)).dueAt(LONDON)).isEqualTo("2026-10-24T23:00:00Z");
        assertThat(dueOn(LocalDate.of(2026, 10, 25)).dueAt(LONDON)).isEqualTo("2026-10-26T00:00:00Z");
    }

    @Test
    void where_midnight_does_not_exist_the_day_ends_at_the_first_moment_that_does() {
        assertThat(dueOn(LocalDate.of(2018, 11, 3)).dueAt(ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    private static WorkingDays dueOn(LocalDate day) {
        return new WorkingDays(day.minusDays(1), day, List.of(day), List.of(), "any");
    }
}
