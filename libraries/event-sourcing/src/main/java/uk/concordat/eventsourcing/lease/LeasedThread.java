package uk.concordat.eventsourcing.lease;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;

/**
 * Work that one replica at a time does, by lease, in a thread of its own, again and again until it is stopped. No failure
 * ends it, not even one of the machine; {@link #sinceLastRound} tells whether it still goes round.
 */
public final class LeasedThread {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedThread.class);
    private static final Duration NEXT_CLAIM = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** One round of the work, done while the lease is held. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param mayGoOn no once the lease has run out or the thread is to stop: what is left is then another's, even if
         *     this one gets the lease again
         * @return how long to wait before the next round
         */
        Duration doSome(BooleanSupplier mayGoOn) throws SQLException;
    }

    private final String name;
    private final Lease lease;
    private final Work work;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final FailureLog failures = new FailureLog(LOG);
    private volatile boolean stopped;
    private volatile long roundNanos = System.nanoTime();

    private LeasedThread(String name, Lease lease, Work work) {
        this.name = name;
        this.lease = lease;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::workUntilStopped);
    }

    public static LeasedThread start(String name, Lease lease, Work work) {
        LeasedThread started = new LeasedThread(name, lease, work);
        started.thread.start();
        return started;
    }

    /** Ends a pause at once. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** For how long no round has begun: what is much longer than a round may take tells of a thread that hangs or is dead. */
    public Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - roundNanos);
    }

    /** Ends it in order: lets the round end and gives the lease up. */
    public void stop() throws InterruptedException {
        stopped = true;
        wake.release();
        thread.join(STOP);
    }

    private void workUntilStopped() {
        while (!stopped) {
            roundNanos = System.nanoTime();
            pause(round());
        }
        release();
    }

    private Duration round() {
        try {
            if (!lease.hold()) {
                return NEXT_CLAIM;
            }
            long term = lease.term();
            Duration pause = work.doSome(() -> !stopped && lease.isHeld(term));
            failures.succeeded(name);
            return pause;
        } catch (SQLException | DatabaseUnavailable away) {
            failures.warn(name, away);
        } catch (Throwable failure) {
            // An Error too: a service that lives on without this thread would be silent.
            failures.error(name, failure);
        }
        return AFTER_FAILURE;
    }

    private void pause(Duration pause) {
        if (pause.isZero()) {
            return;
        }
        try {
            wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            lease.release();
        } catch (SQLException failure) {
            LOG.info("The lease of {} was not given up and will run out: {}", name, failure.getMessage());
        }
    }
}
