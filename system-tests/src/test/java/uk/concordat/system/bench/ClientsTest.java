package uk.concordat.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Test
    void they_end_when_nothing_is_left_and_count_what_was_done() {
        AtomicInteger left = new AtomicInteger(50);

        Load load = new Clients(4).atFullLoad(LONG_ENOUGH, _ -> left.getAndDecrement() > 0);

        assertThat(load.answered()).isEqualTo(50);
        assertThat(load.took()).isLessThan(LONG_ENOUGH);
    }

    @Test
    void what_waits_behind_a_slow_answer_is_charged_with_the_wait() {
        AtomicInteger answered = new AtomicInteger();

        Load load = new Clients(1).at(1_000, LONG_ENOUGH, _ -> {
            long slow = System.nanoTime() + Duration.ofMillis(100).toNanos();
            while (answered.get() == 0 && System.nanoTime() < slow) {
                LockSupport.parkNanos(slow - System.nanoTime());
            }
            return answered.incrementAndGet() <= 50;
        });

        assertThat(load.microseconds().getMinValue()).isGreaterThanOrEqualTo(40_000);
    }

    @Test
    void an_answer_that_is_not_as_expected_is_no_figure() {
        assertThatThrownBy(() -> new Clients(2).atFullLoad(LONG_ENOUGH, _ -> {
                    throw new BenchFailure("It answered 503");
                }))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("503");
    }
}
