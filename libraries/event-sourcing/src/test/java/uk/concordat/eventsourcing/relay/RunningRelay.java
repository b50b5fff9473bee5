package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import uk.concordat.eventsourcing.installation.Installation;

/** A relay that works as it does in a service, until it is closed. */
final class RunningRelay implements AutoCloseable {

    /** For tests that wait for a lease to run out. */
    static final Pace HURRIED =
            new Pace(Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofMillis(500), Duration.ofSeconds(2));

    private final OutboxRelay relay;

    RunningRelay(Installation installation) {
        this(OutboxRelay.start(installation.relay(), installation.broker()));
    }

    private RunningRelay(OutboxRelay relay) {
        this.relay = relay;
    }

    static RunningRelay hurried(Installation installation) {
        return hurried(installation.relay(), () -> RelayProducer.connect(installation.broker()));
    }

    static RunningRelay hurried(DataSource relayRole, Supplier<Producer<String, byte[]>> connecting) {
        return new RunningRelay(new OutboxRelay(relayRole, HURRIED, connecting));
    }

    void wake() {
        relay.wake();
    }

    Duration sinceLastRound() {
        return relay.sinceLastRound();
    }

    /** Ends it, in order, as a service does that is stopped. */
    void stop() {
        try {
            relay.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        assertThat(relay.isRunning()).isFalse();
    }

    @Override
    public void close() {
        stop();
    }
}
