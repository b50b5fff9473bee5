package uk.concordat.eventsourcing.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends rows to Kafka: those of one key one after another, each after the last was acknowledged; keys beside each other. */
final class OrderedSender {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedSender.class);

    /** @param acknowledged rows that the broker has; @param failed order keys whose next row it has not taken */
    record Outcome(List<OutboxRow> acknowledged, Set<String> failed) {

        List<Long> positions() {
            return acknowledged.stream().map(OutboxRow::position).toList();
        }

        Set<String> gone() {
            return acknowledged.stream()
                    .map(OutboxRow::orderKey)
                    .filter(key -> !failed.contains(key))
                    .collect(Collectors.toSet());
        }
    }

    private final Producer<String, byte[]> producer;

    OrderedSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** @param mayGoOn asked before each row; once it says no, what is left is neither sent nor failed */
    Outcome send(List<OutboxRow> rows, BooleanSupplier mayGoOn) {
        Map<String, List<OutboxRow>> byKey = new LinkedHashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.orderKey(), _ -> new ArrayList<>()).add(row));
        Queue<OutboxRow> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        // A thread a key: the producer makes whoever sends to an unknown topic wait, and only that key may.
        try (ExecutorService keys = Executors.newVirtualThreadPerTaskExecutor()) {
            byKey.values().forEach(ofKey -> keys.execute(() -> sendInOrder(ofKey, mayGoOn, acknowledged, failed)));
        }
        return new Outcome(List.copyOf(acknowledged), Set.copyOf(failed));
    }

    private void sendInOrder(
            List<OutboxRow> rows, BooleanSupplier mayGoOn, Queue<OutboxRow> acknowledged, Queue<String> failed) {
        for (OutboxRow row : rows) {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            try {
                producer.send(message(row)).get();
                acknowledged.add(row);
            } catch (ExecutionException | KafkaException failure) {
                LOG.warn("Not sent to {}, to be tried again: {}", row.topic(), failure.toString());
                failed.add(row.orderKey());
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static ProducerRecord<String, byte[]> message(OutboxRow row) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), row.key().isEmpty() ? null : row.key(), row.value());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
