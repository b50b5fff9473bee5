package uk.concordat.kit.council;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.IncomingRecord;
import uk.concordat.kit.messaging.Records;

/** The councils' topic, read in order; a record that is no document goes to the dead-letter topic and the rest goes on. */
@ApplicationScoped
public class CouncilsChannel {

    private final CouncilReplica replica;
    private final Event<CouncilChanged> changed;
    private final Event<DocumentSeen> seen;

    public CouncilsChannel(CouncilReplica replica, Event<CouncilChanged> changed, Event<DocumentSeen> seen) {
        this.replica = replica;
        this.changed = changed;
        this.seen = seen;
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
            IncomingRecord incoming = Records.incoming(record);
            Tenant council = replica.take(incoming);
            seen.fire(new DocumentSeen(
                    council,
                    incoming.headers().getOrDefault("ce_subject", ""),
                    Long.parseLong(incoming.headers().getOrDefault("ce_sequence", "0")),
                    incoming.offset()));
            changed.fire(new CouncilChanged(council));
        }
    }
}
