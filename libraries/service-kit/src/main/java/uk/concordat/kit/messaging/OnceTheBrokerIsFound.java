package uk.concordat.kit.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Has a channel's client made once a broker's name resolves, and not before. Kafka's client cannot be made without, and
 * the connector would give the channel up for good, or stop the start of the service.
 */
@ApplicationScoped
public class OnceTheBrokerIsFound implements PublisherDecorator {

    private static final Logger LOG = Logger.getLogger(OnceTheBrokerIsFound.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Topics topics;
    private volatile boolean stopping;

    public OnceTheBrokerIsFound(Topics topics) {
        this.topics = topics;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
        return isConnector ? onceFound(publisher, channels) : publisher;
    }

    private <T> Multi<T> onceFound(Multi<T> channel, List<String> names) {
        return Uni.createFrom()
                .item(Unchecked.supplier(topics::requireUsable))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warnf("Channel %s waits: %s", names, failure.getMessage()))
                .onFailure(_ -> !stopping)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onItem()
                .transformToMulti(_ -> channel);
    }

    void stop(@Observes ShutdownEvent stopping) {
        this.stopping = true;
    }

    /** Next to the connector. */
    @Override
    public int getPriority() {
        return 0;
    }
}
