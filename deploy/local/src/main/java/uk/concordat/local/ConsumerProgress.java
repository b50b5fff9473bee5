package uk.concordat.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. A group {@code enquiry-service.notifications} follows every topic {@code concordat.….notifications}. */
final class ConsumerProgress implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 3;

    private final Admin admin;

    ConsumerProgress(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_500,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500));
    }

    /** Who is behind, in words, and where the topics ended. */
    record Seen(List<String> behind, Map<TopicPartition, Long> ends) {}

    Seen look() {
        try {
            Map<String, Map<TopicPartition, Long>> read = committed();
            Map<TopicPartition, Long> ends = ends();
            List<String> behind = new ArrayList<>();
            read.forEach((group, positions) -> {
                long unread = followed(group, positions.keySet(), ends.keySet()).stream()
                        .mapToLong(partition ->
                                Math.max(0, ends.getOrDefault(partition, 0L) - positions.getOrDefault(partition, 0L)))
                        .sum();
                if (unread > 0) {
                    behind.add("%s has %d messages still to read".formatted(group, unread));
                }
            });
            return new Seen(List.copyOf(behind), ends);
        } catch (ExecutionException | TimeoutException away) {
            return new Seen(List.of("Kafka is away"), Map.of());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while Kafka was asked how far the services have read", interrupted);
        }
    }

    private static Set<TopicPartition> followed(
            String group, Collection<TopicPartition> read, Collection<TopicPartition> all) {
        String channel = "." + group.substring(group.indexOf('.') + 1);
        Set<TopicPartition> followed = new HashSet<>(read);
        all.stream().filter(partition -> partition.topic().endsWith(channel)).forEach(followed::add);
        return followed;
    }

    private Map<String, Map<TopicPartition, Long>> committed()
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups =
                get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                        .map(GroupListing::groupId)
                        .filter(group -> ServiceProcess.NAMES.stream().anyMatch(name -> group.startsWith(name + ".")))
                        .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        if (!groups.isEmpty()) {
            get(admin.listConsumerGroupOffsets(groups).all())
                    .forEach((group, offsets) -> committed.put(group, positions(offsets)));
        }
        return committed;
    }

    private static Map<TopicPartition, Long> positions(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> topics = get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith("concordat.") && !name.startsWith("concordat.dead-letters."))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> latest = get(
                        admin.describeTopics(topics).allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
