package uk.concordat.protocols.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every count, tried on days, lengths and closures drawn with a fixed seed. */
class CountingPropertiesTest {

    private static final long SEED = 20_060_413;
    private static final LocalDate START = LocalDate.of(2020, 2, 1);
    private static final int DAYS = 15 * 365;

    record Count(WorkingCalendar calendar, LocalDate from, int n) {}

    static Stream<Count> counts() {
        Random random = new Random(SEED);
        return IntStream.range(0, 400).mapToObj(_ -> {
            LocalDate from = START.plusDays(random.nextInt(DAYS));
            List<NonWorkingDay> closures = IntStream.range(0, random.nextInt(8))
                    .mapToObj(_ -> from.plusDays(random.nextInt(-40, 40)))
                    .map(day -> new NonWorkingDay(day, "Council closure", "drawn by lot"))
                    .toList();
            return new Count(
                    WorkingCalendar.englandAndWales("drawn/" + closures.size(), closures), from, random.nextInt(1, 61));
        });
    }

    @ParameterizedTest
    @MethodSource("counts")
    void a_forward_count_accounts_for_every_day_after_receipt_up_to_the_due_day(Count count) {
        WorkingDays days = count.calendar().forward(count.from(), count.n());

        assertSound(days, count);
        assertThat(days.counted()).isSorted();
        assertThat(allDays(days))
                .containsExactlyElementsOf(count.from()
                        .plusDays(1)
                        .datesUntil(days.dueOn().plusDays(1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void a_backward_count_is_the_mirror_of_a_forward_one(Count count) {
        WorkingDays days = count.calendar().backward(count.from(), count.n());

        assertSound(days, count);
        assertThat(days.counted()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(allDays(days))
                .containsExactlyElementsOf(days.dueOn().datesUntil(count.from()).toList());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void counting_back_from_a_due_day_leads_to_the_receipt_or_the_last_working_day_before_it(Count count) {
        WorkingCalendar calendar = count.calendar();
        LocalDate dueOn = calendar.forward(count.from(), count.n()).dueOn();

        assertThat(calendar.backward(dueOn, count.n()).dueOn())
                .isEqualTo(
                        calendar.isWorkingDay(count.from())
                                ? count.from()
                                : calendar.backward(count.from(), 1).dueOn());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void one_working_day_more_is_the_next_working_day(Count count) {
        WorkingCalendar calendar = count.calendar();

        assertThat(calendar.forward(count.from(), count.n() + 1).dueOn())
                .isEqualTo(
                        calendar.next(calendar.forward(count.from(), count.n()).dueOn()));
    }

    private static void assertSound(WorkingDays days, Count count) {
        assertThat(days.from()).isEqualTo(count.from());
        assertThat(days.calendar()).isEqualTo(count.calendar().version());
        assertThat(days.counted()).hasSize(count.n()).endsWith(days.dueOn()).allMatch(count.calendar()::isWorkingDay);
        assertThat(days.skipped())
                .allSatisfy(skipped -> assertThat(count.calendar().whyNotWorking(skipped.day()))
                        .contains(skipped.why()));
    }

    /** Sorted, and with a day that is both counted and skipped standing twice. */
    private static List<LocalDate> allDays(WorkingDays days) {
        List<LocalDate> all = new ArrayList<>(days.counted());
        days.skipped().forEach(skipped -> all.add(skipped.day()));
        all.sort(Comparator.naturalOrder());
        return all;
    }
}
