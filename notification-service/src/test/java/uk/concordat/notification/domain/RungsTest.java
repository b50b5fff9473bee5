package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.days.NonWorkingDay;
import uk.concordat.protocols.days.WorkingCalendar;

class RungsTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 30);

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales("test/1", List.of());

    @Test
    void each_rung_is_given_as_many_working_days_again() {
        Rungs rungs = new Rungs(calendar, 2);

        assertThat(rungs.due(1, WEDNESDAY, Optional.empty()).dueOn()).isEqualTo("2027-01-04");
        assertThat(rungs.due(2, WEDNESDAY, Optional.empty()).dueOn()).isEqualTo("2027-01-06");
    }

    @Test
    void a_rung_is_due_at_the_first_moment_after_its_last_day_in_the_councils_zone() {
        LocalDate inSummer = LocalDate.of(2026, 7, 1);

        assertThat(new Rungs(calendar, 1).due(1, inSummer, Optional.empty()).dueAt(ZoneId.of("Europe/London")))
                .isEqualTo("2026-07-02T23:00:00Z");
    }

    @Test
    void where_the_date_was_set_or_moved_after_it_had_passed_the_days_count_from_then() {
        Optional<LocalDate> laterThanDue = Optional.of(LocalDate.of(2027, 1, 6));

        assertThat(new Rungs(calendar, 2).due(1, WEDNESDAY, laterThanDue).dueOn())
                .isEqualTo("2027-01-08");
    }

    @Test
    void that_it_was_set_long_before_it_was_due_changes_nothing() {
        Optional<LocalDate> longBefore = Optional.of(LocalDate.of(2026, 12, 1));

        assertThat(new Rungs(calendar, 2).due(1, WEDNESDAY, longBefore).dueOn()).isEqualTo("2027-01-04");
    }

    @Test
    void a_day_that_is_proclaimed_is_not_counted() {
        WorkingCalendar proclaimed = WorkingCalendar.englandAndWales(
                "test/2", List.of(new NonWorkingDay(LocalDate.of(2027, 1, 4), "A coronation", "proclaimed")));

        assertThat(new Rungs(proclaimed, 2).due(1, WEDNESDAY, Optional.empty()).dueOn())
                .isEqualTo("2027-01-05");
    }
}
