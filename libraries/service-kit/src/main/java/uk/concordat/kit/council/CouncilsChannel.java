package uk.concordat.kit.council;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Documents;
import uk.concordat.eventsourcing.inbox.IncomingRecord;
import uk.concordat.kit.messaging.Consumers;
import uk.concordat.kit.messaging.DeadLetterTopic;
import uk.concordat.kit.messaging.Records;

/**
 * The councils' topic, read in order. A document that cannot be taken in is parked; a record that is no council's goes to
 * the dead-letter topic. The rest goes on.
 */
// What waits from an earlier run is tried again before the first record of this one comes.
@Startup
@ApplicationScoped
public class CouncilsChannel {

    private final Documents documents;
    private final CouncilReplica replica;
    private final CouncilRegister register;
    private final Event<CouncilChanged> changed;

    public CouncilsChannel(
            CouncilReplica replica,
            CouncilRegister register,
            Event<CouncilChanged> changed,
            Transactions transactions,
            DeadLetterTopic deadLetters,
            Consumers consumers) {
        this.documents = new Documents(
                "councils",
                transactions,
                deadLetters.name(),
                (_, source) -> Records.councilOfSource(source).isPresent());
        this.replica = replica;
        this.register = register;
        this.changed = changed;
        consumers.add(documents, replica::take);
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
        IncomingRecord incoming = Records.incoming(record);
        Tenant council = Records.councilOfSource(incoming.headers().getOrDefault("ce_source", ""))
                .orElseThrow(() -> new IllegalArgumentException("This is no council's document"));
        register.add(council);
        documents.receive(council, incoming, replica::take);
        changed.fire(new CouncilChanged(council));
    }
}
