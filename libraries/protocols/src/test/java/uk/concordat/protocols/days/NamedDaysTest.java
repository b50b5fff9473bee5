package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.testing.Rule;

/** A day that somebody named, such as a promised one, and how far two such days lie apart. */
class NamedDaysTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales("harlow/1", List.of());

    @Test
    @Rule("HAR-36")
    void a_working_day_that_is_named_stands_and_is_itself_the_only_day_counted() {
        LocalDate friday = LocalDate.of(2026, 9, 18);

        WorkingDays days = CALENDAR.onOrAfter(friday);

        assertThat(days).isEqualTo(new WorkingDays(friday, friday, List.of(friday), List.of(), CALENDAR.version()));
        assertThat(days.dueAt(ZoneId.of("Europe/London"))).isEqualTo("2026-09-18T23:00:00Z");
    }

    @Test
    @Rule("HAR-36")
    void one_that_is_no_working_day_gives_way_to_the_next_and_every_day_on_the_way_is_named() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);

        WorkingDays days = CALENDAR.onOrAfter(christmas);

        assertThat(days.from()).isEqualTo(christmas);
        assertThat(days.dueOn()).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(days.counted()).containsExactly(LocalDate.of(2026, 12, 29));
        assertThat(days.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 12, 25), "Christmas Day"),
                        new SkippedDay(LocalDate.of(2026, 12, 26), "Saturday"),
                        new SkippedDay(LocalDate.of(2026, 12, 27), "Sunday"),
                        new SkippedDay(LocalDate.of(2026, 12, 28), "Boxing Day (substitute)"));
    }

    @ParameterizedTest
    @Rule("HAR-37")
    @CsvSource({
        "2026-09-18, 2026-09-18, 0",
        "2026-09-18, 2026-09-19, 0",
        "2026-09-18, 2026-09-21, 1",
        "2026-09-18, 2026-09-30, 8",
        "2026-09-18, 2026-09-16, -2",
        "2026-12-24, 2026-12-29, 1",
        "2026-12-29, 2026-12-24, -1",
        "2026-09-19, 2026-09-21, 1",
        "2026-09-21, 2026-09-19, -1",
        "2026-12-31, 2027-01-04, 1",
    })
    void the_working_days_between_two_days_leave_out_the_first_and_count_the_last(
            LocalDate first, LocalDate last, int days) {
        assertThat(CALENDAR.between(first, last)).isEqualTo(days);
    }

    @RepeatedTest(50)
    void counting_forward_and_counting_between_agree() {
        Random random = new Random();
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2000));
        int n = 1 + random.nextInt(60);

        LocalDate due = CALENDAR.forward(from, n).dueOn();

        assertThat(CALENDAR.between(from, due)).as("from %s", from).isEqualTo(n);
        assertThat(CALENDAR.between(due, from)).as("from %s", from).isEqualTo(-n);
        assertThat(CALENDAR.onOrAfter(due).dueOn()).isEqualTo(due);
    }
}
