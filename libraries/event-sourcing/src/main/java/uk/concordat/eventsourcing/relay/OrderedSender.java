package uk.concordat.eventsourcing.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends rows to Kafka: those of one key one after another, each after the last was acknowledged; keys beside each other. */
final class OrderedSender {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedSender.class);

    /** @param acknowledged positions that the broker has; @param failed order keys whose next row it has not taken */
    record Outcome(List<Long> acknowledged, List<String> failed) {}

    private final Producer<String, byte[]> producer;

    OrderedSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    Outcome send(List<OutboxRow> rows) {
        Map<String, List<OutboxRow>> byKey = new LinkedHashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.orderKey(), _ -> new ArrayList<>()).add(row));
        ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] keys = byKey.entrySet().stream()
                .map(entry -> sendInOrder(entry.getValue(), acknowledged).exceptionally(failure -> {
                    LOG.warn("Not sent, to be tried again: {}", failure.toString());
                    failed.add(entry.getKey());
                    return null;
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(keys).join();
        return new Outcome(List.copyOf(acknowledged), List.copyOf(failed));
    }

    private CompletableFuture<Void> sendInOrder(List<OutboxRow> rows, ConcurrentLinkedQueue<Long> acknowledged) {
        CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
        for (OutboxRow row : rows) {
            sent = sent.thenCompose(_ -> send(row)).thenRun(() -> acknowledged.add(row.position()));
        }
        return sent;
    }

    private CompletableFuture<Void> send(OutboxRow row) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), row.key().isEmpty() ? null : row.key(), row.value());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        try {
            // The callback carries the result; the future that is also returned would be the same.
            var _ = producer.send(message, (_, failure) -> {
                if (failure == null) {
                    acknowledgement.complete(null);
                } else {
                    acknowledgement.completeExceptionally(failure);
                }
            });
        } catch (org.apache.kafka.common.KafkaException refused) {
            acknowledgement.completeExceptionally(refused);
        }
        return acknowledgement;
    }
}
