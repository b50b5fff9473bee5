package uk.concordat.kit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.relay.OutboxRelay;

/** Runs the outbox relay for as long as the service runs. */
@ApplicationScoped
public class RelayRunner {

    private final AgroalDataSource relayRole;
    private final Map<String, Object> broker;
    private volatile @Nullable OutboxRelay relay;

    /** @param broker all that is configured as {@code kafka.*} */
    public RelayRunner(
            @DataSource("relay") AgroalDataSource relayRole,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.relayRole = relayRole;
        this.broker = broker;
    }

    void start(@Observes StartupEvent started) {
        relay = OutboxRelay.start(relayRole, broker);
    }

    /** Something was committed that may want sending. */
    public void wake() {
        OutboxRelay running = relay;
        if (running != null) {
            running.wake();
        }
    }

    /** For how long the relay's thread has begun no round; nothing before the service has started. */
    Duration sinceLastRound() {
        OutboxRelay running = relay;
        return running == null ? Duration.ZERO : running.sinceLastRound();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        OutboxRelay running = relay;
        if (running != null) {
            running.stop();
        }
    }
}
