package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseFailure;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.Documents;
import uk.concordat.eventsourcing.inbox.DocumentsEffect;
import uk.concordat.eventsourcing.inbox.IncomingRecord;
import uk.concordat.kit.messaging.Consumers;
import uk.concordat.kit.messaging.DeadLetterTopic;
import uk.concordat.kit.messaging.Records;

/**
 * The councils' topic, read in order and as many documents at once as a poll brings. One that cannot be taken in is
 * parked; a record that is no council's goes to the dead-letter topic. The rest goes on.
 */
// What waits from an earlier run is tried again before the first record of this one comes.
@Startup
@ApplicationScoped
public class CouncilsChannel {

    private static final Logger LOG = Logger.getLogger(CouncilsChannel.class);

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final Documents documents;
    private final DocumentsEffect effect;
    private final CouncilRegister register;
    private final Event<CouncilChanged> changed;
    private final Event<DocumentsSeen> seen;
    private final ReplicaPosition position;
    private final KafkaClientService kafka;

    public CouncilsChannel(
            CouncilReplica replica,
            CouncilRegister register,
            Event<CouncilChanged> changed,
            Event<DocumentsSeen> seen,
            ReplicaPosition position,
            KafkaClientService kafka,
            Transactions transactions,
            DeadLetterTopic deadLetters,
            Consumers consumers) {
        this.documents = new Documents(
                "councils",
                transactions,
                deadLetters.name(),
                (_, source) -> Records.councilOfSource(source).isPresent());
        this.effect = replica::take;
        this.register = register;
        this.changed = changed;
        this.seen = seen;
        this.position = position;
        this.kafka = kafka;
        consumers.add(documents, effect.ofOne());
    }

    /** Whatever happens to one record, the others of the batch are taken in, and none is acknowledged before it is. */
    @Incoming("councils")
    @Blocking
    @Retry(
            retryOn = DatabaseUnavailable.class,
            maxRetries = -1,
            maxDuration = 0,
            delay = 250,
            delayUnit = ChronoUnit.MILLIS)
    public void receive(
            ConsumerRecords<String, byte[]> records, IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
        Map<IncomingRecord, Message<?>> delivered = new IdentityHashMap<>();
        Map<Tenant, List<IncomingRecord>> byCouncil = new LinkedHashMap<>();
        List<Message<?>> nobodys = new ArrayList<>();
        for (Message<?> message : batch.getBatchedMessages()) {
            IncomingRecord record = Records.incoming(record(message));
            delivered.put(record, message);
            Records.councilOfSource(record.headers().getOrDefault("ce_source", ""))
                    .ifPresentOrElse(
                            council -> byCouncil
                                    .computeIfAbsent(council, _ -> new ArrayList<>())
                                    .add(record),
                            () -> nobodys.add(message));
        }
        byCouncil.forEach((council, ofCouncil) -> takeIn(council, ofCouncil, (record, failure) -> {
            LOG.errorf(failure, "A document of %s could be neither taken in nor parked", council);
            toDeadLetters(requireNonNull(delivered.get(record)), failure);
        }));
        nobodys.forEach(
                message -> toDeadLetters(message, new IllegalArgumentException("This is no council's document")));
        delivered.keySet().stream().mapToLong(IncomingRecord::offset).max().ifPresent(this::reached);
    }

    /** Before Kafka has it as read. */
    private void reached(long offset) {
        try {
            if (!position.reaches(offset + 1)) {
                readAnew();
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of("How much of council data is held could not be written down", failure);
        }
    }

    private void readAnew() {
        kafka.getConsumer("councils")
                .runOnPollingThread(consumer -> {
                    consumer.enforceRebalance("The database was put back");
                })
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("Council data is read anew at the next start: %s", failure));
    }

    private void takeIn(
            Tenant council, List<IncomingRecord> records, BiConsumer<IncomingRecord, RuntimeException> neither) {
        try {
            register.add(council);
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            records.forEach(record -> neither.accept(record, failure));
            return;
        }
        documents.receiveAll(council, records, effect, neither);
        tell(council, records);
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> record(Message<?> message) {
        return (ConsumerRecord<String, byte[]>) message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
    }

    private static void toDeadLetters(Message<?> message, RuntimeException why) {
        message.nack(why).toCompletableFuture().join();
    }

    /** Documents that are taken in stay so, whatever becomes of what follows from them. */
    private void tell(Tenant council, List<IncomingRecord> records) {
        try {
            seen.fire(new DocumentsSeen(
                    council,
                    records.stream()
                            .map(CouncilsChannel::seen)
                            .flatMap(Optional::stream)
                            .toList()));
            changed.fire(new CouncilChanged(council));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What follows from documents of %s failed", council);
        }
    }

    /** Empty for what does not say which document it is, and is parked. */
    private static Optional<DocumentsSeen.Seen> seen(IncomingRecord record) {
        String subject = record.headers().getOrDefault("ce_subject", "");
        return Optional.ofNullable(record.headers().get("ce_sequence"))
                .filter(version ->
                        !subject.isBlank() && VERSION.matcher(version).matches())
                .map(version -> new DocumentsSeen.Seen(subject, Long.parseLong(version), record.offset()));
    }
}
