package uk.concordat.eventsourcing.installation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import uk.concordat.local.KafkaBroker;

/** Topics of the tests' Kafka, each test's own, and what is on them. */
public final class Topics {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaBroker kafka;

    Topics(KafkaBroker kafka) {
        this.kafka = kafka;
    }

    /** The name of a topic that does not exist. */
    public String name() {
        return "test." + UUID.randomUUID();
    }

    /** A new topic of three partitions. */
    public String create() {
        return create(name());
    }

    /** A new topic whose records carry the time at which the broker appended them. */
    public String createWithAppendTime() {
        return create(new NewTopic(name(), 3, (short) 1).configs(Map.of("message.timestamp.type", "LogAppendTime")));
    }

    public String create(String name) {
        return create(new NewTopic(name, 3, (short) 1));
    }

    private String create(NewTopic topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
            return topic.name();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("No topic " + topic.name(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No topic " + topic.name(), interrupted);
        }
    }

    /** All records that the topic has now, those of one partition in their order. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(topic, new ByteArrayDeserializer());
    }

    public <T> List<ConsumerRecord<String, T>> read(String topic, Deserializer<T> values) {
        try (KafkaConsumer<String, T> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, T>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** The text of a record's header. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
