package uk.concordat.council.application;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.Topics;

/** Sees to it that the councils' topic exists, so that other services can tell that there is no council yet. */
@ApplicationScoped
public class CouncilsTopic {

    private static final Logger LOG = Logger.getLogger(CouncilsTopic.class);

    private final Topics topics;
    private volatile boolean created;

    public CouncilsTopic(Topics topics) {
        this.topics = topics;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void create() {
        if (created) {
            return;
        }
        try {
            topics.createCompacted(Topics.COUNCILS);
            created = true;
        } catch (BrokerAway away) {
            LOG.infof("The councils' topic is created when Kafka is back: %s", away.getMessage());
        }
    }
}
