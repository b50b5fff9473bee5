package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.testing.Rule;

class CountingTest {

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales("city-of-london/1", List.of());

    @ParameterizedTest
    @Rule({"COL-28", "COL-29"})
    @CsvSource({
        "2026-04-01, 2026-04-07, 2026-04-10, 2026-04-17",
        "2026-04-03, 2026-04-08, 2026-04-13, 2026-04-20",
        "2026-04-04, 2026-04-08, 2026-04-13, 2026-04-20",
        "2026-08-28, 2026-09-02, 2026-09-07, 2026-09-14",
        "2026-12-24, 2026-12-30, 2027-01-05, 2027-01-12",
        "2026-12-26, 2026-12-30, 2027-01-05, 2027-01-12",
    })
    void two_five_and_ten_working_days_fall_due_as_the_comparison_of_the_protocols_says(
            LocalDate received, LocalDate two, LocalDate five, LocalDate ten) {
        assertThat(calendar.forward(received, 2).dueOn()).isEqualTo(two);
        assertThat(calendar.forward(received, 5).dueOn()).isEqualTo(five);
        assertThat(calendar.forward(received, 10).dueOn()).isEqualTo(ten);
    }

    @Test
    @Rule("COL-28")
    void the_proof_of_an_acknowledgement_over_christmas_lists_the_days_counted_and_skipped() {
        assertThat(calendar.forward(LocalDate.of(2026, 12, 24), 2))
                .isEqualTo(new WorkingDays(
                        LocalDate.of(2026, 12, 24),
                        LocalDate.of(2026, 12, 30),
                        List.of(LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 30)),
                        List.of(
                                new SkippedDay(LocalDate.of(2026, 12, 25), "Christmas Day"),
                                new SkippedDay(LocalDate.of(2026, 12, 26), "Saturday"),
                                new SkippedDay(LocalDate.of(2026, 12, 27), "Sunday"),
                                new SkippedDay(LocalDate.of(2026, 12, 28), "Boxing Day (substitute)")),
                        "england-and-wales/jollyday-1.8.1+city-of-london/1"));
    }

    @Test
    @Rule("COL-29")
    void the_day_of_receipt_is_day_nought_even_when_nobody_works_on_it() {
        WorkingDays onGoodFriday = calendar.forward(LocalDate.of(2026, 4, 3), 1);

        assertThat(onGoodFriday.counted()).containsExactly(LocalDate.of(2026, 4, 7));
        assertThat(onGoodFriday.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 4, 4), "Saturday"),
                        new SkippedDay(LocalDate.of(2026, 4, 5), "Sunday"),
                        new SkippedDay(LocalDate.of(2026, 4, 6), "Easter Monday"));
    }

    @Test
    void ten_working_days_notice_of_a_meeting_is_counted_back_from_the_day_before_it() {
        WorkingDays notice = calendar.backward(LocalDate.of(2026, 5, 12), 10);

        assertThat(notice.from()).isEqualTo(LocalDate.of(2026, 5, 12));
        assertThat(notice.dueOn()).isEqualTo(LocalDate.of(2026, 4, 27));
        assertThat(notice.counted())
                .containsExactly(
                        LocalDate.of(2026, 5, 11),
                        LocalDate.of(2026, 5, 8),
                        LocalDate.of(2026, 5, 7),
                        LocalDate.of(2026, 5, 6),
                        LocalDate.of(2026, 5, 5),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 4, 29),
                        LocalDate.of(2026, 4, 28),
                        LocalDate.of(2026, 4, 27));
        assertThat(notice.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 5, 10), "Sunday"),
                        new SkippedDay(LocalDate.of(2026, 5, 9), "Saturday"),
                        new SkippedDay(LocalDate.of(2026, 5, 4), "Early May bank holiday"),
                        new SkippedDay(LocalDate.of(2026, 5, 3), "Sunday"),
                        new SkippedDay(LocalDate.of(2026, 5, 2), "Saturday"));
    }

    @Test
    void the_next_working_day_is_after_the_day_even_when_that_is_one() {
        assertThat(calendar.next(LocalDate.of(2026, 12, 23))).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(calendar.next(LocalDate.of(2026, 12, 24))).isEqualTo(LocalDate.of(2026, 12, 29));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void fewer_than_one_working_day_cannot_be_counted(int n) {
        LocalDate day = LocalDate.of(2026, 5, 12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.forward(day, n))
                .withMessageContaining("At least one working day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.backward(day, n))
                .withMessageContaining("At least one working day");
    }
}
