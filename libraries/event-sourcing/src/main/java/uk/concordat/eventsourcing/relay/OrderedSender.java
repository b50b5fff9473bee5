package uk.concordat.eventsourcing.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.concordat.eventsourcing.lease.FailureLog;

/** Sends rows to Kafka: those of one key one after another, each after the last was acknowledged; keys beside each other. */
final class OrderedSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedSender.class);

    /**
     * What came of the rows of a key that were in hand.
     *
     * @param acknowledged positions of those that the broker has
     * @param isFailed whether it has not taken the next one
     */
    record Sent(String topic, String orderKey, List<Long> acknowledged, boolean isFailed) {}

    private record InHand(List<OutboxRow> rows, CompletableFuture<Sent> sending) {}

    private final ExecutorService keys = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, InHand> inHand = new HashMap<>();
    private final FailureLog failures = new FailureLog(LOG);

    /** The keys of which rows are in hand: no others of theirs may be sent. */
    Set<String> keysInHand() {
        return Set.copyOf(inHand.keySet());
    }

    Set<String> topicsInHand() {
        return inHand.values().stream()
                .map(ofKey -> ofKey.rows().getFirst().topic())
                .collect(Collectors.toSet());
    }

    /** How much more can be taken in hand until it is that much. */
    Load roomWithin(Load most) {
        return most.without(Load.of(
                inHand.values().stream().flatMap(ofKey -> ofKey.rows().stream()).toList()));
    }

    /**
     * Takes rows in hand, of keys that have none in hand, and waits until they are finished, or for as long as its patience
     * lasts.
     *
     * @param mayGoOn asked before each row; once it says no, what is left of the key is neither sent nor failed
     */
    void send(List<OutboxRow> rows, Producer<String, byte[]> producer, BooleanSupplier mayGoOn, Duration patience) {
        Map<String, List<OutboxRow>> byKey = new LinkedHashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.orderKey(), _ -> new ArrayList<>()).add(row));
        List<CompletableFuture<Sent>> begun = new ArrayList<>();
        // A thread a key: the producer makes whoever sends to an unknown topic wait, and only that key may.
        byKey.forEach((key, ofKey) -> {
            var sending = CompletableFuture.supplyAsync(() -> sendInOrder(key, ofKey, producer, mayGoOn), keys);
            inHand.put(key, new InHand(ofKey, sending));
            begun.add(sending);
        });
        CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** What has come to an end, in this round or a later one than it was begun in; it stays in hand. */
    List<Sent> finished() {
        return inHand.values().stream()
                .map(InHand::sending)
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    void letGo(List<Sent> finished) {
        finished.forEach(sent -> inHand.remove(sent.orderKey()));
    }

    private Sent sendInOrder(
            String key, List<OutboxRow> rows, Producer<String, byte[]> producer, BooleanSupplier mayGoOn) {
        String topic = rows.getFirst().topic();
        List<Long> acknowledged = new ArrayList<>();
        for (OutboxRow row : rows) {
            if (!mayGoOn.getAsBoolean()) {
                return new Sent(topic, key, acknowledged, false);
            }
            String doing = "Sending to " + topic;
            try {
                producer.send(message(row)).get();
                acknowledged.add(row.position());
                failures.succeeded(doing);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Sent(topic, key, acknowledged, false);
            } catch (ExecutionException refused) {
                failures.warn(doing, Objects.requireNonNullElse(refused.getCause(), refused));
                return new Sent(topic, key, acknowledged, true);
            } catch (KafkaException refused) {
                failures.warn(doing, refused);
                return new Sent(topic, key, acknowledged, true);
            } catch (RuntimeException | Error fault) {
                failures.error(doing, fault);
                return new Sent(topic, key, acknowledged, true);
            }
        }
        return new Sent(topic, key, acknowledged, false);
    }

    private static ProducerRecord<String, byte[]> message(OutboxRow row) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.topic(), row.key().isEmpty() ? null : row.key(), row.value());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    @Override
    public void close() {
        keys.close();
    }
}
