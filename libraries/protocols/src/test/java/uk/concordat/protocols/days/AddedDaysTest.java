package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.testing.Rule;

class AddedDaysTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 6, 8);
    private static final NonWorkingDay PROCLAIMED =
            new NonWorkingDay(LocalDate.of(2026, 6, 10), "Day of national thanksgiving", "Proclamation of 1 June 2026");
    private static final NonWorkingDay CLOSURE =
            new NonWorkingDay(LocalDate.of(2026, 6, 12), "Council closure", "Resolution of 4 March 2026");

    @Test
    @Rule({"COL-28", "COL-29"})
    void a_proclaimed_day_and_a_closure_inside_a_count_move_the_due_day_and_are_named_in_the_proof() {
        assertThat(without().forward(RECEIVED, 5).dueOn()).isEqualTo(LocalDate.of(2026, 6, 15));

        WorkingDays days = with(PROCLAIMED, CLOSURE).forward(RECEIVED, 5);

        assertThat(days.dueOn()).isEqualTo(LocalDate.of(2026, 6, 17));
        assertThat(days.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 6, 10), "Day of national thanksgiving"),
                        new SkippedDay(LocalDate.of(2026, 6, 12), "Council closure"),
                        new SkippedDay(LocalDate.of(2026, 6, 13), "Saturday"),
                        new SkippedDay(LocalDate.of(2026, 6, 14), "Sunday"));
    }

    @Test
    void an_added_day_moves_the_last_day_of_notice_back() {
        LocalDate meeting = LocalDate.of(2026, 6, 11);

        assertThat(without().backward(meeting, 2).dueOn()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(with(PROCLAIMED).backward(meeting, 2).dueOn()).isEqualTo(LocalDate.of(2026, 6, 8));
    }

    @Test
    void a_due_day_that_is_closed_moves_to_the_next_working_day() {
        assertThat(with(PROCLAIMED).forward(RECEIVED, 2).dueOn()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(with(PROCLAIMED).next(LocalDate.of(2026, 6, 9))).isEqualTo(LocalDate.of(2026, 6, 11));
    }

    @Test
    void a_closure_outside_the_count_changes_nothing_but_the_calendars_name() {
        assertThat(with(CLOSURE).forward(RECEIVED, 2).dueOn())
                .isEqualTo(without().forward(RECEIVED, 2).dueOn());
    }

    @Test
    void a_weekend_and_a_bank_holiday_stay_the_reason_on_a_day_that_is_also_closed() {
        WorkingCalendar calendar = with(
                new NonWorkingDay(LocalDate.of(2026, 12, 26), "Council closure", "Resolution"),
                new NonWorkingDay(LocalDate.of(2026, 12, 28), "Council closure", "Resolution"),
                new NonWorkingDay(LocalDate.of(2026, 12, 29), "Council closure", "Resolution"));

        assertThat(calendar.whyNotWorking(LocalDate.of(2026, 12, 26))).contains("Saturday");
        assertThat(calendar.whyNotWorking(LocalDate.of(2026, 12, 28))).contains("Boxing Day (substitute)");
        assertThat(calendar.whyNotWorking(LocalDate.of(2026, 12, 29))).contains("Council closure");
    }

    @Test
    void of_two_reasons_for_one_day_the_first_is_shown() {
        NonWorkingDay alsoClosed = new NonWorkingDay(PROCLAIMED.day(), "Council closure", "Resolution");

        assertThat(with(PROCLAIMED, alsoClosed).whyNotWorking(PROCLAIMED.day())).contains(PROCLAIMED.why());
    }

    @Test
    void a_calendar_does_not_change_with_the_list_it_was_made_from() {
        List<NonWorkingDay> days = new ArrayList<>();
        WorkingCalendar calendar = WorkingCalendar.englandAndWales("city-of-london/1", days);
        days.add(PROCLAIMED);

        assertThat(calendar.isWorkingDay(PROCLAIMED.day())).isTrue();
    }

    @Test
    void an_added_day_needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NonWorkingDay(LocalDate.of(2026, 6, 10), " ", "Proclamation"))
                .withMessageContaining("2026-06-10");
    }

    private static WorkingCalendar without() {
        return with();
    }

    private static WorkingCalendar with(NonWorkingDay... days) {
        return WorkingCalendar.englandAndWales("city-of-london/2", List.of(days));
    }
}
