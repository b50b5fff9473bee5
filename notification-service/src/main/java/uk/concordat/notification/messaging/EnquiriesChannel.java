package uk.concordat.notification.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.kit.council.CouncilChanged;
import uk.concordat.kit.messaging.SubjectChannel;
import uk.concordat.kit.messaging.SubjectChannels;

/**
 * What enquiries say of their deadlines, of each council on its own topic. What follows from it is for the reaction to
 * say, which builds on the application, which publishes by this package.
 */
// What waits from an earlier run is tried again before the first record of this one comes.
@Startup
@ApplicationScoped
public class EnquiriesChannel {

    private final SubjectChannel channel;

    public EnquiriesChannel(SubjectChannels channels, Effect reaction) {
        this.channel = channels.open("notification-service", reaction);
    }

    @Incoming("enquiries")
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

    /** A breach may have come before the people to be told were known. */
    void goOn(@Observes CouncilChanged changed) {
        channel.goOn(changed.council());
    }
}
