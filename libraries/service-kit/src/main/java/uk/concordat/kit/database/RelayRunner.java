package uk.concordat.kit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.relay.OutboxRelay;
import uk.concordat.eventsourcing.relay.RelayProducer;

/** Runs the outbox relay for as long as the service runs. */
@ApplicationScoped
public class RelayRunner {

    private static final Duration STOP = Duration.ofSeconds(5);

    private final AgroalDataSource relayRole;
    private final String bootstrapServers;
    private volatile @Nullable OutboxRelay relay;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Thread thread;

    public RelayRunner(
            @io.quarkus.agroal.DataSource("relay") AgroalDataSource relayRole,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.relayRole = relayRole;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent started) {
        Producer<String, byte[]> connected = RelayProducer.connect(bootstrapServers);
        OutboxRelay running = new OutboxRelay(relayRole, connected);
        producer = connected;
        relay = running;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(running);
    }

    /** Something was committed that may want sending. */
    public void wake() {
        OutboxRelay running = relay;
        if (running != null) {
            running.wake();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        OutboxRelay running = relay;
        if (running != null) {
            running.close();
        }
        if (thread != null) {
            thread.join(STOP);
        }
        if (producer != null) {
            producer.close(STOP);
        }
    }
}
