package uk.concordat.eventsourcing.relay;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import uk.concordat.eventsourcing.installation.Installation;

/** A relay that works in a thread of its own, as it does in a service, until it is closed. */
final class RunningRelay implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final OutboxRelay relay;
    private final Thread thread;

    RunningRelay(Installation installation) {
        this(installation.relay(), RelayProducer.connect(installation.broker()));
    }

    RunningRelay(DataSource relayRole, Producer<String, byte[]> producer) {
        this.producer = producer;
        this.relay = new OutboxRelay(relayRole, producer);
        this.thread = Thread.ofPlatform().name("relay").start(relay);
    }

    void wake() {
        relay.wake();
    }

    /** Ends it, in order, as a service does that is stopped. */
    void stop() {
        relay.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
    }

    @Override
    public void close() {
        stop();
        producer.close(Duration.ZERO);
    }
}
