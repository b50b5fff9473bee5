package uk.concordat.system;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on a topic, read by a consumer that is not ours: the CloudEvents SDK. */
public record Published(List<CloudEvent> events) {

    /** All that the topic holds now; within a partition in its order. */
    public static Published on(String topic, String bootstrapServers) {
        return besides(List.of(), topic, bootstrapServers);
    }

    /** All that it holds but what lies there under some keys, which need not be a CloudEvent. */
    static Published besides(Collection<String> keys, String topic, String bootstrapServers) {
        List<CloudEvent> events = new ArrayList<>();
        try (CloudEventDeserializer reader = new CloudEventDeserializer();
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (!keys.contains(record.key())) {
                        events.add(reader.deserialize(topic, record.headers(), record.value()));
                    }
                }
            }
        }
        return new Published(events);
    }

    /** Those of one subject in order, each once: a message may come again after a crash. */
    public List<CloudEvent> of(String subject) {
        return once().stream()
                .filter(event -> subject.equals(event.getSubject()))
                .toList();
    }

    /** Each message the first time it comes. */
    public Collection<CloudEvent> once() {
        Map<String, CloudEvent> first = new LinkedHashMap<>();
        events.forEach(event -> first.putIfAbsent(event.getId(), event));
        return first.values();
    }

    public Map<String, List<Long>> sequencesBySubject() {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        once().forEach(event -> sequences
                .computeIfAbsent(Objects.requireNonNull(event.getSubject()), _ -> new ArrayList<>())
                .add(sequence(event)));
        return sequences;
    }

    public List<UUID> ids() {
        return once().stream().map(CloudEvent::getId).map(UUID::fromString).toList();
    }

    public static long sequence(CloudEvent event) {
        return Long.parseLong(String.valueOf(event.getExtension("sequence")));
    }

    public static String data(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
