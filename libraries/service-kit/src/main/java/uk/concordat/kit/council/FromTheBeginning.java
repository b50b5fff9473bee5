package uk.concordat.kit.council;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Has the councils' topic read from its beginning for as long as the replica has not been complete: what the consumer
 * group has committed was perhaps taken into another database, which is no more. To read it twice is harmless, since
 * every document tells its version.
 */
@ApplicationScoped
@Default
@Identifier("councils")
public class FromTheBeginning implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(FromTheBeginning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CaughtUpTable caughtUp;
    private volatile boolean begun;

    public FromTheBeginning(CaughtUpTable caughtUp) {
        this.caughtUp = caughtUp;
    }

    /** Whether what the group has committed since is of this reading, which began at the beginning. */
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty() || isRemembered()) {
            return;
        }
        try {
            consumer.seekToBeginning(partitions);
            consumer.commitSync(beginnings(consumer, partitions), PATIENCE);
            begun = true;
            LOG.info("The replica of council data has not been complete: all council data is read from the beginning");
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

    private boolean isRemembered() {
        try {
            return caughtUp.isRemembered();
        } catch (SQLException away) {
            LOG.infof("Whether the replica has been complete cannot be told: %s", away.getMessage());
            return false;
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> beginnings(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions, PATIENCE).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, first -> new OffsetAndMetadata(first.getValue())));
    }
}
