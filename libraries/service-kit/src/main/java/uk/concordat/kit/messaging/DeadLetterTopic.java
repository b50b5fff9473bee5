package uk.concordat.kit.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees to it that this service's dead-letter topic exists, as soon as the broker can be reached. */
@ApplicationScoped
public class DeadLetterTopic {

    private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);

    private final Topics topics;
    private final String name;
    private volatile boolean created;

    public DeadLetterTopic(Topics topics, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.topics = topics;
        this.name = Topics.deadLetters(service);
    }

    public String name() {
        return name;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void create() {
        if (created) {
            return;
        }
        try {
            topics.create(List.of(name));
            created = true;
        } catch (BrokerAway away) {
            LOG.infof("The dead-letter topic is created when Kafka is back: %s", away.getMessage());
        }
    }
}
