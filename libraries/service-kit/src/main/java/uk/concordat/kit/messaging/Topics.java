package uk.concordat.kit.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Tenant;

/** The names of Concordat's topics, and their creation; brokers make none by themselves. */
@ApplicationScoped
public class Topics {

    /** Whole documents of all councils, compacted; for services only. */
    public static final String COUNCILS = "concordat.councils";

    private static final long TIMEOUT_SECONDS = 5;

    private final Map<String, Object> admin;
    private final int partitions;

    public Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "concordat.topics.partitions", defaultValue = "3") int partitions) {
        this.admin = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.getOrDefault("bootstrap.servers", "localhost:9092"),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000);
        this.partitions = partitions;
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
        // One partition: a council's people, posts and profile arrive in the order they were published.
        create(List.of(new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))));
    }

    /** Creates topics that keep everything, where they are not there. */
    public void create(Collection<String> names) throws BrokerAway {
        create(names.stream()
                .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty())
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                .toList());
    }

    /** The offset after the last record of each partition; empty if there is no such topic. */
    public Map<Integer, Long> endOffsets(String topic) throws BrokerAway {
        try (Admin client = Admin.create(admin)) {
            if (!client.listTopics()
                    .names()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .contains(topic)) {
                return Map.of();
            }
            Map<TopicPartition, OffsetSpec> latest = client
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(p -> new TopicPartition(topic, p.partition()), _ -> OffsetSpec.latest()));
            return client.listOffsets(latest).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            e -> e.getKey().partition(), e -> e.getValue().offset()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(interrupted);
        } catch (ExecutionException | TimeoutException away) {
            throw new BrokerAway(away);
        }
    }

    private void create(List<NewTopic> topics) throws BrokerAway {
        try (Admin client = Admin.create(admin)) {
            for (var result : client.createTopics(topics).values().values()) {
                await(result);
            }
        }
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> creation) throws BrokerAway {
        try {
            creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(interrupted);
        } catch (ExecutionException failed) {
            @Nullable Throwable cause = failed.getCause();
            if (!(cause instanceof TopicExistsException)) {
                throw new BrokerAway(failed);
            }
        } catch (TimeoutException away) {
            throw new BrokerAway(away);
        }
    }
}
