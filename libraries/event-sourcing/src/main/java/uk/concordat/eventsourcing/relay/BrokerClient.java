package uk.concordat.eventsourcing.relay;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.lease.FailureLog;

/**
 * Kafka's client, which cannot even be made while no broker's name resolves, and which may be past use although the broker
 * is well: one that was once refused for want of a right refuses for ever. One that gets no answer for long is made anew.
 */
final class BrokerClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerClient.class);
    private static final String MAKING = "Making Kafka's client, for which the messages in the outbox wait,";
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> connecting;
    private final Duration noAnswer;
    private final FailureLog failures = new FailureLog(LOG);
    private volatile @Nullable Producer<String, byte[]> producer;
    private @Nullable Long failingSinceNanos;

    BrokerClient(Supplier<Producer<String, byte[]>> connecting, Duration noAnswer) {
        this.connecting = connecting;
        this.noAnswer = noAnswer;
    }

    /** The client; empty while none can be made, which is tried again each time. */
    Optional<Producer<String, byte[]>> connected() {
        if (failingSinceNanos != null && System.nanoTime() - failingSinceNanos > noAnswer.toNanos()) {
            LOG.info("Kafka has acknowledged nothing for {} s; its client is made anew", noAnswer.toSeconds());
            failingSinceNanos = null;
            close(Duration.ZERO);
        }
        if (producer == null) {
            try {
                producer = connecting.get();
                failures.succeeded(MAKING);
            } catch (KafkaException failure) {
                failures.warn(MAKING, Objects.requireNonNullElse(failure.getCause(), failure));
            }
        }
        return Optional.ofNullable(producer);
    }

    void hasAnswered() {
        failingSinceNanos = null;
    }

    void hasFailed() {
        if (failingSinceNanos == null) {
            failingSinceNanos = System.nanoTime();
        }
    }

    @Override
    public void close() {
        close(CLOSE);
    }

    private void close(Duration atMost) {
        Producer<String, byte[]> made = producer;
        if (made != null) {
            made.close(atMost);
            producer = null;
        }
    }
}
