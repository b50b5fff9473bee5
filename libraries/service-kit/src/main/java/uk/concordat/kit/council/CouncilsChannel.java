package uk.concordat.kit.council;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    private final Event<DocumentSeen> seen;

    public CouncilsChannel(
            CouncilReplica replica,
            CouncilRegister register,
            Event<CouncilChanged> changed,
            Event<DocumentSeen> seen,
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
        this.seen = seen;
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
        seen(council, incoming).ifPresent(seen::fire);
        changed.fire(new CouncilChanged(council));
    }

    /** Empty for what does not say which document it is, and is parked. */
    private static Optional<DocumentSeen> seen(Tenant council, IncomingRecord record) {
        String subject = record.headers().getOrDefault("ce_subject", "");
        return Optional.ofNullable(record.headers().get("ce_sequence"))
                .filter(version -> !subject.isBlank() && version.matches("[1-9][0-9]{0,17}"))
                .map(version -> new DocumentSeen(council, subject, Long.parseLong(version), record.offset()));
    }
}
