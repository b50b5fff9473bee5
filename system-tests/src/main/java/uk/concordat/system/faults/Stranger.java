package uk.concordat.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Somebody who writes what a service would have written, of a case that no service has. */
final class Stranger {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** Writes after the model of an enquiry that was received, acknowledged and answered. */
    static Stranger ofAnAnsweredEnquiry(Scene scene) {
        List<ConsumerRecord<String, byte[]>> records = scene.topic("enquiries").records();
        List<ConsumerRecord<String, byte[]>> model = records.stream()
                .filter(record -> RawTopic.header(record, "ce_type").equals("uk.concordat.enquiry.answered.v1"))
                .filter(record -> RawTopic.header(record, "ce_sequence").equals("3"))
                .findFirst()
                .map(answered -> records.stream()
                        .filter(record -> record.key().equals(answered.key()))
                        .limit(3)
                        .toList())
                .orElseThrow(() -> new IllegalStateException("Nothing has been answered yet"));
        Stranger stranger = new Stranger(model);
        scene.ledger().noteStranger(stranger.subject());
        return stranger;
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
    ProducerRecord<String, byte[]> record(int sequence, String type, byte[] data) {
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
