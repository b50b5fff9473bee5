package uk.concordat.enquiry.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Inbox;
import uk.concordat.kit.messaging.DeadLetterTopic;
import uk.concordat.kit.messaging.Records;

/**
 * What notification-service says: lapses of deadlines, of each council on its own topic. What follows from them is for
 * the reaction to say, which builds on the application, which publishes by this package.
 */
@ApplicationScoped
public class NotificationsChannel {

    private final Inbox inbox;
    private final Effect reaction;

    public NotificationsChannel(Transactions transactions, DeadLetterTopic deadLetters, Effect reaction) {
        this.inbox = new Inbox("enquiry-service", transactions, deadLetters.name());
        this.reaction = reaction;
    }

    @Incoming("notifications")
    @Blocking
    @Retry(
            retryOn = DatabaseUnavailable.class,
            maxRetries = -1,
            maxDuration = 0,
            delay = 250,
            delayUnit = ChronoUnit.MILLIS)
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(Records.council(record), Records.incoming(record), reaction);
    }
}
