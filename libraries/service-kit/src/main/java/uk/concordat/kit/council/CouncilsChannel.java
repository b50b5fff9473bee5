package uk.concordat.kit.council;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.kit.messaging.Records;

/** The councils' topic, read in order; a record that is no document goes to the dead-letter topic and the rest goes on. */
@ApplicationScoped
public class CouncilsChannel {

    private final CouncilReplica replica;
    private final Event<CouncilChanged> changed;

    public CouncilsChannel(CouncilReplica replica, Event<CouncilChanged> changed) {
        this.replica = replica;
        this.changed = changed;
    }

    @Incoming("councils")
    @Blocking
    @Retry(
            retryOn = DatabaseUnavailable.class,
            maxRetries = -1,
            maxDuration = 0,
            delay = 250,
            delayUnit = ChronoUnit.MILLIS)
    public void receive(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            changed.fire(new CouncilChanged(replica.take(Records.incoming(record))));
        }
    }
}
