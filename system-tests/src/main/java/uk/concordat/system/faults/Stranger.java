package uk.concordat.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Somebody who writes what a service would have written, of a case that no service has. */
final class Stranger {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> MODEL = List.of(
            "uk.concordat.enquiry.received.v1",
            "uk.concordat.enquiry.acknowledged.v1",
            "uk.concordat.enquiry.answered.v1");

    private final String subject = UUID.randomUUID().toString();
    private final Map<String, String> others = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> model;

    /** @param model all records of a case, in order */
    private Stranger(List<ConsumerRecord<String, byte[]>> model) {
        this.model = model;
        others.put(model.getFirst().key(), subject);
        model.forEach(record -> json(record)
                .path("deadlines")
                .forEach(deadline -> others.computeIfAbsent(
                        deadline.required("deadlineId").asText(),
                        _ -> UUID.randomUUID().toString())));
    }

    /** Writes after the model of an enquiry that was received, acknowledged and answered, and of which nothing is due yet. */
    static Stranger ofAnAnsweredEnquiry(Scene scene) {
        Stranger stranger = Awaitility.await("an answered enquiry")
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(() -> model(scene), Optional::isPresent)
                .map(Stranger::new)
                .orElseThrow();
        scene.ledger().noteStranger(stranger.subject());
        return stranger;
    }

    private static Optional<List<ConsumerRecord<String, byte[]>>> model(Scene scene) {
        Instant now = scene.stack().clock().now();
        // Another stranger may be at work, whose records are not to be copied.
        List<String> strangers = scene.ledger().strangers();
        return scene.topic("enquiries").records().stream()
                .filter(record -> record.key() != null && !strangers.contains(record.key()))
                .collect(Collectors.groupingBy(ConsumerRecord::key))
                .values()
                .stream()
                .filter(records -> records.stream()
                        .map(record -> RawTopic.header(record, "ce_type"))
                        .toList()
                        .equals(MODEL))
                .filter(records -> isStillToCome(records.getFirst(), now))
                .findFirst();
    }

    private static boolean isStillToCome(ConsumerRecord<String, byte[]> received, Instant now) {
        for (JsonNode deadline : json(received).required("deadlines")) {
            if (Instant.parse(deadline.required("dueAt").asText()).isBefore(now.plus(Duration.ofHours(2)))) {
                return false;
            }
        }
        return true;
    }

    String subject() {
        return subject;
    }

    /** The record of a sequence, from 1 to 3. */
    ProducerRecord<String, byte[]> record(int sequence) {
        ConsumerRecord<String, byte[]> like = model.get(sequence - 1);
        return record(sequence, RawTopic.header(like, "ce_type"), ofTheStranger(like.value()));
    }

    /** The record of a sequence, with other data or of another type. */
    ProducerRecord<String, byte[]> record(int sequence, String type, byte @Nullable [] data) {
        ConsumerRecord<String, byte[]> like = model.get(sequence - 1);
        RecordHeaders headers = new RecordHeaders();
        for (Header header : like.headers()) {
            headers.add(header.key(), ofTheStranger(header.value()));
        }
        replace(headers, "ce_id", UUID.randomUUID().toString());
        replace(headers, "ce_type", type);
        return new ProducerRecord<>(like.topic(), null, subject, data, headers);
    }

    private static void replace(RecordHeaders headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] ofTheStranger(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> other : others.entrySet()) {
            text = text.replace(other.getKey(), other.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
