package uk.concordat.enquiry.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.kit.messaging.SubjectChannel;
import uk.concordat.kit.messaging.SubjectChannels;

/**
 * What notification-service says: lapses of deadlines, of each council on its own topic. What follows from them is for
 * the reaction to say, which builds on the application, which publishes by this package.
 */
// What waits from an earlier run is tried again before the first record of this one comes.
@Startup
@ApplicationScoped
public class NotificationsChannel {

    private final SubjectChannel channel;

    public NotificationsChannel(SubjectChannels channels, Effect reaction) {
        this.channel = channels.open("enquiry-service", reaction);
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
        channel.receive(record);
    }
}
