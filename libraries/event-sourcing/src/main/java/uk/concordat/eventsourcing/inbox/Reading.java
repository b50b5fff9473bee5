package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What came of reading a record: a message, or the reason why it is none. */
sealed interface Reading {

    record Readable(Message message) implements Reading {}

    /** @param place where it is parked: its own subject when it names one, so that its followers wait for it */
    record Broken(Place place, String cause) implements Reading {}

    ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What an index of the database takes. */
    int LONGEST_NAME = 500;

    static Reading of(IncomingRecord record) {
        Optional<String> source = header(record, "ce_source").filter(Reading::isShort);
        Optional<String> subject = header(record, "ce_subject").filter(Reading::isShort);
        Optional<Long> sequence = header(record, "ce_sequence")
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
        if (source.isEmpty() || subject.isEmpty() || sequence.isEmpty()) {
            String partition = record.topic() + "-" + record.partition();
            return new Broken(
                    new Place(partition, partition + "@" + record.offset(), 1),
                    "not a CloudEvent with source, subject and sequence");
        }
        Place place = new Place(source.get(), subject.get(), sequence.get());
        try {
            JsonNode data = JSON.readTree(record.value() == null ? new byte[0] : record.value());
            if (!data.isObject()) {
                return new Broken(place, "the data is not a JSON object");
            }
            return new Readable(new Message(
                    header(record, "ce_id").orElse(""),
                    source.get(),
                    header(record, "ce_type").orElse(""),
                    subject.get(),
                    sequence.get(),
                    header(record, "ce_time").flatMap(Reading::moment),
                    header(record, "traceparent"),
                    data));
        } catch (IOException broken) {
            // The parser's own message may quote the data.
            return new Broken(
                    place, "the data is not JSON: " + broken.getClass().getSimpleName());
        }
    }

    private static Optional<Instant> moment(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isShort(String name) {
        return name.length() <= LONGEST_NAME;
    }

    private static Optional<String> header(IncomingRecord record, String name) {
        return Optional.ofNullable(record.headers().get(name)).filter(value -> !value.isBlank());
    }
}
