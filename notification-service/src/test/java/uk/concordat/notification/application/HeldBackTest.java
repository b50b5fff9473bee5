package uk.concordat.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldBackTest {

    /** The nanosecond clock may stand anywhere, and passes from the greatest number to the least. */
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

    private final HeldBack<String> heldBack = new HeldBack<>(nanoTime::get);

    @Test
    void what_has_failed_waits_a_second_and_nothing_else_does() {
        heldBack.hold("failed");

        pass(Duration.ofMillis(999));
        assertThat(heldBack.holds("failed")).isTrue();
        assertThat(heldBack.holds("other")).isFalse();
        assertThat(heldBack.toTryAgain(10)).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(heldBack.holds("failed")).isFalse();
        assertThat(heldBack.toTryAgain(10)).containsExactly("failed");
    }

    @Test
    void the_wait_doubles_with_each_failure_up_to_half_a_minute() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            heldBack.hold("failed");
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(heldBack.holds("failed")).isTrue();
            pass(Duration.ofNanos(1));
            assertThat(heldBack.holds("failed")).isFalse();
        }
    }

    @Test
    void what_is_settled_is_as_if_it_had_never_failed() {
        heldBack.hold("failed");
        heldBack.hold("failed");

        heldBack.free("failed");

        assertThat(heldBack.all()).isEmpty();
        heldBack.hold("failed");
        pass(Duration.ofSeconds(1));
        assertThat(heldBack.holds("failed")).isFalse();
    }

    @Test
    void what_has_waited_longest_is_tried_again_first() {
        heldBack.hold("first");
        pass(Duration.ofMillis(1));
        heldBack.hold("second");
        heldBack.hold("third");
        heldBack.hold("third");

        pass(Duration.ofSeconds(1));

        assertThat(heldBack.all()).containsExactlyInAnyOrder("first", "second", "third");
        assertThat(heldBack.toTryAgain(1)).containsExactly("first");
        assertThat(heldBack.toTryAgain(10)).containsExactlyInAnyOrder("first", "second");
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
