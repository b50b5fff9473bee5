package uk.concordat.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose relay hangs or is dead would take commands and tell nobody of them: it is to be started anew. */
@Liveness
@ApplicationScoped
public class RelayLiveness implements HealthCheck {

    /** Longer than any round may take: each question to the database or the broker gives up after 30 seconds at most. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final RelayRunner relay;

    public RelayLiveness(RelayRunner relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return after(relay.sinceLastRound());
    }

    /** What is answered when the last round began so long ago. */
    static HealthCheckResponse after(Duration since) {
        return HealthCheckResponse.named("outbox-relay")
                .status(since.compareTo(LONGEST_ROUND) < 0)
                .withData("secondsSinceLastRound", since.toSeconds())
                .build();
    }
}
