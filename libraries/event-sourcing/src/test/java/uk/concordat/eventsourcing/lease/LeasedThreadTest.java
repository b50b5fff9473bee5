package uk.concordat.eventsourcing.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

class LeasedThreadTest {

    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(10);

    private final Installation installation = Installation.clean();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void it_works_round_after_round_until_it_is_stopped_and_then_another_may_at_once() throws Exception {
        Lease lease = lease();
        LeasedThread thread = LeasedThread.start("work", lease, _ -> {
            rounds.incrementAndGet();
            return SHORT_PAUSE;
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() > 3);

        thread.stop();

        assertThat(thread.isRunning()).isFalse();
        assertThat(lease().hold()).isTrue();
    }

    @Test
    void of_two_only_one_works_until_that_is_stopped() throws Exception {
        LeasedThread first = LeasedThread.start("work", lease(), _ -> SHORT_PAUSE);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !installation.ask("select holder from lease").isEmpty());
        LeasedThread second = LeasedThread.start("work", lease(), _ -> {
            rounds.incrementAndGet();
            return SHORT_PAUSE;
        });
        await().atMost(Duration.ofMinutes(1)).during(LENGTH.multipliedBy(2)).until(() -> rounds.get() == 0);

        first.stop();

        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() > 0);
        second.stop();
    }

    @Test
    void no_failure_ends_it_not_even_one_of_the_machine() throws Exception {
        LeasedThread thread = LeasedThread.start("work", lease(), _ -> switch (rounds.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("a fault");
            case 2 -> throw new StackOverflowError();
            case 3 -> throw new NoClassDefFoundError("gone");
            default -> SHORT_PAUSE;
        });

        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() > 5);
        assertThat(thread.isRunning()).isTrue();
        thread.stop();
    }

    @Test
    void a_thread_that_hangs_is_known_by_the_time_since_its_last_round() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        LeasedThread thread = LeasedThread.start("work", lease(), _ -> {
            rounds.incrementAndGet();
            await().atMost(Duration.ofMinutes(1)).until(() -> hangs.getCount() == 0);
            return Duration.ZERO;
        });

        await().atMost(Duration.ofMinutes(1))
                .until(() -> thread.sinceLastRound().toMillis() > 1_000);
        hangs.countDown();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> rounds.get() > 2 && thread.sinceLastRound().toMillis() < 1_000);
        thread.stop();
    }

    @Test
    void what_was_begun_before_the_lease_was_lost_does_not_go_on_when_it_is_held_again() throws Exception {
        Lease lease = lease();
        CountDownLatch lost = new CountDownLatch(1);
        AtomicInteger mayGoOn = new AtomicInteger();
        LeasedThread thread = LeasedThread.start("work", lease, mayStillGoOn -> {
            if (rounds.incrementAndGet() == 1) {
                assertThat(mayStillGoOn.getAsBoolean()).isTrue();
                await().atMost(Duration.ofMinutes(1)).until(() -> !lease.isHeld());
                lost.countDown();
                assertThat(lease.hold()).as("again, in another term").isTrue();
                mayGoOn.set(mayStillGoOn.getAsBoolean() ? 1 : 0);
            }
            return SHORT_PAUSE;
        });

        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() > 1);
        thread.stop();
        assertThat(lost.getCount()).isZero();
        assertThat(mayGoOn).hasValue(0);
    }

    @Test
    void a_wake_ends_a_long_pause() throws Exception {
        LeasedThread thread = LeasedThread.start("work", lease(), _ -> {
            rounds.incrementAndGet();
            return Duration.ofMinutes(10);
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() == 1);

        thread.wake();

        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() == 2);
        thread.stop();
    }

    private Lease lease() {
        return new Lease(installation.relay(), "work", LENGTH);
    }
}
