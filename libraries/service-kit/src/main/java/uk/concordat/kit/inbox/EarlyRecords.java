package uk.concordat.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.kit.messaging.Consumers;

/**
 * Tries again, now and then, what was parked because it came early. Most of it goes on when its subject's next record
 * arrives; what waits for a newer build, or lost too many races, has nobody else to wake it.
 */
@ApplicationScoped
public class EarlyRecords {

    private static final Logger LOG = Logger.getLogger(EarlyRecords.class);

    private final CouncilRegister councils;
    private final Consumers consumers;

    public EarlyRecords(CouncilRegister councils, Consumers consumers) {
        this.councils = councils;
        this.consumers = consumers;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tryAgain() {
        try {
            councils.all().forEach(council -> consumers.all().forEach(consumer -> tryAgain(council, consumer)));
        } catch (DatabaseUnavailable away) {
            LOG.infof("What waits is tried again when the database is back: %s", away.getMessage());
        }
    }

    /** What fails for one council or consumer keeps no other waiting. */
    private static void tryAgain(Tenant council, Consumers.Consumer consumer) {
        try {
            consumer.intake().retryEarly(council, consumer.effect());
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What waits for %s could not be tried again", council);
        }
    }
}
