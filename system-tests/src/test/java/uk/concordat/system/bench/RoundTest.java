package uk.concordat.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundTest {

    @Test
    void it_is_void_once_the_raw_twin_moved_by_more_than_thirty_in_a_hundred_either_way() {
        assertThat(round(1000, 1300).isVoid()).isFalse();
        assertThat(round(1000, 1301).isVoid()).isTrue();
        assertThat(round(1000, 700).isVoid()).isFalse();
        assertThat(round(1000, 699).isVoid()).isTrue();
    }

    @Test
    void its_ratios_are_to_the_mean_of_the_raw_twin_before_and_after() {
        Round round = round(900, 1100);

        assertThat(round.receivingRatio()).isEqualTo(0.2, within(1e-9));
        assertThat(round.acknowledgingRatio()).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void a_load_is_counted_by_the_time_it_took_and_not_by_the_time_it_had() {
        assertThat(load(300, Duration.ofMillis(1500)).perSecond()).isEqualTo(200);
    }

    @Test
    void the_median_is_the_middle_one_or_lies_between_the_two_in_the_middle() {
        assertThat(Figures.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    private static Round round(double before, double after) {
        Duration second = Duration.ofSeconds(1);
        return new Round(before, after, load(200, second), load(300, second), load(150, second));
    }

    private static Load load(long answered, Duration took) {
        return new Load(answered, took, new Histogram(3));
    }
}
