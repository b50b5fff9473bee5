package uk.concordat.kit.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.eventsourcing.database.Tenant;

/** The names of Concordat's topics, and their creation; brokers make none by themselves. */
@ApplicationScoped
public class Topics {

    /** Whole documents of all councils, compacted; for services only. */
    public static final String COUNCILS = "concordat.councils";

    private static final long TIMEOUT_SECONDS = 5;

    private final Map<String, Object> admin;
    private final int partitions;
    private final Optional<Short> replication;
    private final Optional<Integer> minInsyncReplicas;

    /**
     * @param kafka all that is configured as {@code kafka.*}
     * @param replication how many brokers hold a topic that is created here; if empty, what the broker takes by default
     * @param minInsyncReplicas how many of them must have a message before it counts as sent; if empty, the broker's default
     */
    @Inject
    public Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "concordat.topics.partitions", defaultValue = "3") int partitions,
            @ConfigProperty(name = "concordat.topics.replication") Optional<Short> replication,
            @ConfigProperty(name = "concordat.topics.min-insync-replicas") Optional<Integer> minInsyncReplicas) {
        this.admin = settings(kafka);
        this.partitions = partitions;
        this.replication = replication;
        this.minInsyncReplicas = minInsyncReplicas;
    }

    /** Topics that are replicated as the broker does by default. */
    public Topics(Map<String, Object> kafka, int partitions) {
        this(kafka, partitions, Optional.empty(), Optional.empty());
    }

    /** How the broker is reached, as configured, with our own patience over it. */
    static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        return Map.copyOf(settings);
    }

    /**
     * That a client of Kafka can be made as configured, whether or not a broker answers it.
     *
     * @return true
     * @throws BrokerAway if no broker's name resolves
     * @throws BrokerRefusal if the configuration is wrong
     */
    boolean requireUsable() throws BrokerAway {
        return ask(_ -> true);
    }

    /** The topics that a council's services speak on. */
    public static List<String> of(Tenant council) {
        return List.of(
                enquiries(council), notifications(council), topic(council, "complaints"), topic(council, "briefings"));
    }

    public static String enquiries(Tenant council) {
        return topic(council, "enquiries");
    }

    public static String notifications(Tenant council) {
        return topic(council, "notifications");
    }

    /** Copies of records that a service could not take in, with their cause. */
    public static String deadLetters(String service) {
        return "concordat.dead-letters." + service;
    }

    private static String topic(Tenant council, String of) {
        return "concordat." + council.key() + "." + of;
    }

    /** Creates a compacted topic for whole documents, if it is not there. */
    public void createCompacted(String name) throws BrokerAway {
        // One partition, so that one reader takes in all and can tell when it is complete. Documents of different keys
        // come
        // in any order, since the relay sends keys beside each other; each is whole, and tells its own version.
        create(List.of(topic(name, 1, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    /** Creates topics that keep everything, where they are not there. */
    public void create(Collection<String> names) throws BrokerAway {
        create(names.stream()
                .map(name -> topic(name, partitions, TopicConfig.RETENTION_MS_CONFIG, "-1"))
                .toList());
    }

    private NewTopic topic(String name, int partitions, String setting, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(setting, value));
        minInsyncReplicas.ifPresent(
                replicas -> settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas)));
        return new NewTopic(name, Optional.of(partitions), replication).configs(settings);
    }

    /** The offset after the last record of each partition; empty if there is no such topic. */
    public Map<Integer, Long> endOffsets(String topic) throws BrokerAway {
        return ask(client -> {
            if (!answer(client.listTopics().names()).contains(topic)) {
                return Map.of();
            }
            Map<TopicPartition, OffsetSpec> latest =
                    answer(client.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                            .flatMap(description -> description.partitions().stream())
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    _ -> OffsetSpec.latest()));
            return answer(client.listOffsets(latest).all()).entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> end.getKey().partition(),
                            end -> end.getValue().offset()));
        });
    }

    /** The offset up to which a group of consumers has taken in each partition; a partition it has not begun is missing. */
    public Map<Integer, Long> committedOffsets(String group, String topic) throws BrokerAway {
        return ask(client ->
                answer(client.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                        .filter(taken -> taken.getKey().topic().equals(topic))
                        .collect(Collectors.toMap(
                                taken -> taken.getKey().partition(),
                                taken -> taken.getValue().offset())));
    }

    /**
     * Whether a record stands at an offset or after it, before another. Offsets are also taken by what is no record, such
     * as the end of a transaction, and by what has been compacted.
     */
    public boolean holdsRecords(String topic, int partition, long from, long end) throws BrokerAway {
        TopicPartition place = new TopicPartition(topic, partition);
        Map<String, Object> settings = new HashMap<>(admin);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            consumer.seek(place, from);
            long last = System.nanoTime() + Duration.ofSeconds(TIMEOUT_SECONDS).toNanos();
            while (consumer.position(place) < end) {
                List<ConsumerRecord<byte[], byte[]>> records =
                        consumer.poll(Duration.ofMillis(200)).records(place);
                if (!records.isEmpty()) {
                    return records.getFirst().offset() < end;
                }
                if (System.nanoTime() > last) {
                    throw new BrokerAway(new TimeoutException("No answer to what stands on " + place));
                }
            }
            return false;
        } catch (KafkaException failure) {
            throw BrokerAway.orRefusal(failure);
        }
    }

    /** What is asked of the broker. */
    private interface Question<T> {
        T ask(Admin client) throws ExecutionException, TimeoutException, InterruptedException;
    }

    private <T> T ask(Question<T> question) throws BrokerAway {
        try (Admin client = Admin.create(admin)) {
            return question.ask(client);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(interrupted);
        } catch (TimeoutException away) {
            throw new BrokerAway(away);
        } catch (ExecutionException | KafkaException failure) {
            throw BrokerAway.orRefusal(failure);
        }
    }

    private static <T> T answer(KafkaFuture<T> asked)
            throws ExecutionException, TimeoutException, InterruptedException {
        return asked.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void create(List<NewTopic> topics) throws BrokerAway {
        ask(client -> {
            for (KafkaFuture<Void> creation :
                    client.createTopics(topics).values().values()) {
                awaitUnlessItExists(creation);
            }
            return topics;
        });
    }

    private static void awaitUnlessItExists(KafkaFuture<Void> creation)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            answer(creation);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }
}
