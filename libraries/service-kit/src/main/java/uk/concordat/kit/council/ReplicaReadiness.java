package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service is ready once its replica of council data has been complete. */
@Readiness
@ApplicationScoped
public class ReplicaReadiness implements HealthCheck {

    private final CaughtUp caughtUp;

    public ReplicaReadiness(CaughtUp caughtUp) {
        this.caughtUp = caughtUp;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("replica of council data")
                .status(caughtUp.isCaughtUp())
                .build();
    }
}
