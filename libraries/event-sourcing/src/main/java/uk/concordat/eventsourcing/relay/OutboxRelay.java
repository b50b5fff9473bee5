package uk.concordat.eventsourcing.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.lease.Lease;

/**
 * Carries the outbox to Kafka. One relay works at a time, by lease; it reads rows in the order of their position and
 * deletes them once the broker has acknowledged them. There is no cursor, so a row that commits late is only sent late.
 */
public final class OutboxRelay implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration BROKER_SEEN = Duration.ofSeconds(10);
    private static final int BATCH = 1_000;
    private static final int PROBE = 10;

    private final OutboxTable outbox;
    private final OrderedSender sender;
    private final Lease lease;
    private final HeldKeys held = new HeldKeys();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running = true;
    private boolean brokerAway;
    private long brokerSeenNanos = System.nanoTime() - BROKER_SEEN.toNanos();

    public OutboxRelay(DataSource relayRole, Producer<String, byte[]> producer) {
        this.outbox = new OutboxTable(relayRole);
        this.sender = new OrderedSender(producer);
        this.lease = new Lease(relayRole, "outbox-relay", LEASE);
    }

    /** Tells the relay that there is something to send; never needed for it to be sent, only for it to be sent at once. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void run() {
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                Duration pause = lease.hold() ? sendSome() : AFTER_FAILURE;
                pause(pause);
            } catch (SQLException failure) {
                LOG.warn("The outbox cannot be read now and will be tried again: {}", failure.getMessage());
                pause(AFTER_FAILURE);
            } catch (RuntimeException failure) {
                LOG.error("The relay failed unexpectedly and goes on", failure);
                pause(AFTER_FAILURE);
            }
        }
        release();
    }

    private Duration sendSome() throws SQLException {
        // While the broker is away few rows find out whether it is back; the rest waits in the database, not in memory.
        List<OutboxRow> rows = outbox.oldest(brokerAway ? PROBE : BATCH, held.keys());
        if (rows.isEmpty()) {
            return IDLE;
        }
        // Whoever was frozen or slow past its lease stops: another sends the same rows, in the same order of each key.
        OrderedSender.Outcome outcome = sender.send(rows, () -> running && lease.isHeld());
        if (!outcome.acknowledged().isEmpty()) {
            outbox.delete(outcome.positions());
            brokerSeenNanos = System.nanoTime();
        }
        held.free(outcome.gone());
        held.hold(outcome.failed(), System.nanoTime() - brokerSeenNanos < BROKER_SEEN.toNanos());
        brokerAway = outcome.acknowledged().isEmpty() && !outcome.failed().isEmpty();
        return brokerAway ? AFTER_FAILURE : Duration.ZERO;
    }

    private void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            lease.release();
        } catch (SQLException failure) {
            LOG.info("The relay's lease was not given up and will run out: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        running = false;
        wake.release();
    }
}
