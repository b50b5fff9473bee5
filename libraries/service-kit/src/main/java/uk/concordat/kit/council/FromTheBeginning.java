package uk.concordat.kit.council;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Has the councils' topic read from its beginning for as long as the replica has not been complete, or where it holds less
 * than was read: what the consumer group has committed was perhaps taken into another database, which is no more, or into
 * this one before it was put back. To read it twice is harmless, since every document tells its version.
 */
@ApplicationScoped
@Default
@Identifier("councils")
public class FromTheBeginning implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(FromTheBeginning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CaughtUpTable caughtUp;
    private final ReplicaPosition position;
    private volatile boolean begun;

    public FromTheBeginning(CaughtUpTable caughtUp, ReplicaPosition position) {
        this.caughtUp = caughtUp;
        this.position = position;
    }

    /** Whether what the group has committed since is of this reading, which began at the beginning. */
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            if (holdsWhatWasRead(consumer, Set.copyOf(partitions))) {
                return;
            }
            position.begins();
            consumer.seekToBeginning(partitions);
            consumer.commitSync(beginnings(consumer, partitions), PATIENCE);
            begun = true;
            LOG.info("All council data is read from the beginning");
        } catch (KafkaException away) {
            LOG.infof("The committed offsets of council data are put back when Kafka answers: %s", away.getMessage());
            // The partitions are assigned anew, and so this is tried again.
            consumer.enforceRebalance("The committed offsets could not be put back");
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        begun = false;
    }

    private boolean holdsWhatWasRead(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        try {
            if (!caughtUp.isRemembered()) {
                return false;
            }
            long end = last(consumer.endOffsets(partitions, PATIENCE).values().stream());
            Optional<Long> held = caughtUp.next().filter(next -> next <= end);
            if (held.isEmpty()) {
                // An earlier build wrote none down, or the topic was made anew: there is more to hold, and none of it
                // is lost.
                caughtUp.startAgain();
                return false;
            }
            long read = last(consumer.committed(partitions, PATIENCE).values().stream()
                    .filter(Objects::nonNull)
                    .map(OffsetAndMetadata::offset));
            if (held.get() < read) {
                LOG.warnf(
                        "The database was put back to an earlier moment: it holds council data up to %d, and %d was read",
                        held.get(), read);
                caughtUp.forget();
                return false;
            }
            position.goesOnFrom(held.get());
            return true;
        } catch (SQLException away) {
            LOG.infof("Whether the replica has been complete cannot be told: %s", away.getMessage());
            return false;
        }
    }

    private static long last(Stream<Long> offsets) {
        return offsets.mapToLong(Long::longValue).max().orElse(0);
    }

    private static Map<TopicPartition, OffsetAndMetadata> beginnings(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions, PATIENCE).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, first -> new OffsetAndMetadata(first.getValue())));
    }
}
