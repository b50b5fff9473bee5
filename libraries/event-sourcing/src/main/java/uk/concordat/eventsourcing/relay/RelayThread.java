package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay at work in a thread of its own, until it is stopped. Kafka's client cannot even be made while no broker's
 * name resolves; that too is tried again here, so that whoever starts the relay never waits for Kafka.
 */
public final class RelayThread {

    private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    private record Connected(OutboxRelay relay, Producer<String, byte[]> producer) {}

    private final DataSource relayRole;
    private final Map<String, Object> broker;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connected connected;

    private RelayThread(DataSource relayRole, Map<String, Object> broker) {
        this.relayRole = relayRole;
        this.broker = Map.copyOf(broker);
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::connectAndRelay);
    }

    /** @param broker Kafka's own settings, as {@link RelayProducer} takes them */
    public static RelayThread start(DataSource relayRole, Map<String, Object> broker) {
        RelayThread relay = new RelayThread(relayRole, broker);
        relay.thread.start();
        return relay;
    }

    /** Tells the relay that there is something to send. */
    public void wake() {
        Connected working = connected;
        if (working != null) {
            working.relay().wake();
        }
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Ends it in order; a message that the broker does not take in time is left to the next relay. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        Connected working = connected;
        if (working != null) {
            working.relay().close();
        }
        thread.join(STOP);
        if (working != null) {
            working.producer().close(STOP);
        }
    }

    private void connectAndRelay() {
        try {
            connect().ifPresent(this::relay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Producer<String, byte[]> producer) {
        OutboxRelay relay = new OutboxRelay(relayRole, producer);
        connected = new Connected(relay, producer);
        if (isStopped()) {
            // Whoever stopped it before it was connected could not close it.
            relay.close();
        }
        relay.run();
        producer.close(STOP);
    }

    /** Tries until there is a client, and says so when that fails and each time it fails for another reason. */
    private Optional<Producer<String, byte[]>> connect() throws InterruptedException {
        String reason = "";
        while (!isStopped()) {
            try {
                Producer<String, byte[]> producer = RelayProducer.connect(broker);
                if (!reason.isEmpty()) {
                    LOG.info("Kafka's client could be made; the outbox is sent");
                }
                return Optional.of(producer);
            } catch (KafkaException failure) {
                String now =
                        Objects.requireNonNullElse(failure.getCause(), failure).toString();
                if (!now.equals(reason)) {
                    LOG.error(
                            "Kafka's client cannot be made and will be tried again; messages wait in the outbox: {}",
                            now);
                }
                reason = now;
                stopped.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return Optional.empty();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
