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
    private final CaughtUp caughtUp;
    private final Event<CouncilChanged> changed;

    public CouncilsChannel(CouncilReplica replica, CaughtUp caughtUp, Event<CouncilChanged> changed) {
        this.replica = replica;
        this.caughtUp = caughtUp;
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
        try {
            if (record.value() != null) {
                changed.fire(new CouncilChanged(replica.take(Records.incoming(record))));
            }
        } catch (DatabaseUnavailable away) {
            // It comes again, and until it has been taken in the replica is not complete.
            throw away;
        } catch (RuntimeException broken) {
            caughtUp.reached(record.partition(), record.offset());
            throw broken;
        }
        caughtUp.reached(record.partition(), record.offset());
    }
}
