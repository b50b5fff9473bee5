package uk.concordat.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.store.StoredJson;

/** Kafka as a test meets it: creates topics, sends messages and whatever is none, and reads all that a topic holds. */
public final class Topic implements AutoCloseable {

    private static final ObjectMapper JSON = StoredJson.mapper();

    /** A CloudEvent in binary mode. */
    public record Message(String topic, String source, String type, String subject, long sequence, String data) {}

    /** A record as it lies on a topic. */
    public record Lying(
            int partition, long offset, @Nullable String key, Map<String, String> headers, String value) {}

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    private Topic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static Topic on(String bootstrapServers) {
        return new Topic(bootstrapServers);
    }

    public static String json(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    public void create(String name) {
        create(new NewTopic(name, Optional.of(3), Optional.empty()));
    }

    public void createCompacted(String name) {
        create(new NewTopic(name, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact")));
    }

    private void create(NewTopic topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends a message and returns when the broker has it. */
    public void send(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", message.source());
        headers.put("ce_type", message.type());
        headers.put("ce_subject", message.subject());
        headers.put("ce_sequence", Long.toString(message.sequence()));
        headers.put("content-type", "application/json");
        send(message.topic(), message.subject(), headers, message.data());
    }

    /** Sends any record, such as a broken one, and returns when the broker has it. */
    public void send(String topic, @Nullable String key, Map<String, String> headers, @Nullable String value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** All that a topic holds now, each key's records in their order. */
    public synchronized List<Lying> all(String topic) {
        KafkaConsumer<String, byte[]> reader = consumer();
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        List<Lying> records = new ArrayList<>();
        while (partitions.stream().anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
            reader.poll(Duration.ofMillis(200)).forEach(record -> records.add(lying(record)));
        }
        return List.copyOf(records);
    }

    /** One for all reading: to open one takes longer than to read. What it waits for at the end of a topic must be short. */
    private KafkaConsumer<String, byte[]> consumer() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 10),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }
        return consumer;
    }

    private static Lying lying(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Lying(
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() {
        producer.close();
        if (consumer != null) {
            consumer.close();
        }
    }
}
