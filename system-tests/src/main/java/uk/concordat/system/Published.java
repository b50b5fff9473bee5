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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on a topic, read by a consumer that is not ours: the CloudEvents SDK. */
record Published(List<CloudEvent> events) {

    /** All that the topic holds now; within a partition in its order. */
    static Published on(String topic, String bootstrapServers) {
        List<CloudEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, CloudEvent> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new CloudEventDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record.value()));
            }
        }
        return new Published(events);
    }

    /** Those of one subject in order, each once: a message may come again after a crash. */
    List<CloudEvent> of(String subject) {
        return once().stream()
                .filter(event -> subject.equals(event.getSubject()))
                .toList();
    }

    /** Each message the first time it comes. */
    Collection<CloudEvent> once() {
        Map<String, CloudEvent> first = new LinkedHashMap<>();
        events.forEach(event -> first.putIfAbsent(event.getId(), event));
        return first.values();
    }

    Map<String, List<Long>> sequencesBySubject() {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        once().forEach(event -> sequences
                .computeIfAbsent(Objects.requireNonNull(event.getSubject()), _ -> new ArrayList<>())
                .add(sequence(event)));
        return sequences;
    }

    List<UUID> ids() {
        return once().stream().map(CloudEvent::getId).map(UUID::fromString).toList();
    }

    static long sequence(CloudEvent event) {
        return Long.parseLong(String.valueOf(event.getExtension("sequence")));
    }

    static String data(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
