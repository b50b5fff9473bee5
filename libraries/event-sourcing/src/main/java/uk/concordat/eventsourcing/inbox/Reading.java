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
import java.util.regex.Pattern;

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

    /** Messages are thin; what is larger is no message, and to make sense of it takes many times its size in memory. */
    int LARGEST_DATA = 1024 * 1024;

    Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");

    /** What stands for bytes that are no UTF-8, and for what the database keeps in no text. */
    char UNREADABLE = '\uFFFD';

    static Reading of(IncomingRecord record, Senders senders) {
        Optional<String> source = header(record, "ce_source").filter(Reading::isName);
        Optional<String> subject = header(record, "ce_subject").filter(Reading::isName);
        Optional<Long> sequence = header(record, "ce_sequence")
                .filter(text -> SEQUENCE.matcher(text).matches())
                .map(Long::valueOf);
        if (source.isEmpty() || subject.isEmpty() || sequence.isEmpty()) {
            return new Broken(placeOnTopic(record), "not a CloudEvent with source, subject and sequence");
        }
        if (!senders.maySpeak(record.topic(), source.get())) {
            return new Broken(placeOnTopic(record), "its source is not the one that speaks on this topic");
        }
        Place place = new Place(source.get(), subject.get(), sequence.get());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        if (value.length > LARGEST_DATA) {
            return new Broken(
                    place, "the data has %d bytes; at most %d are read".formatted(value.length, LARGEST_DATA));
        }
        try {
            JsonNode data = JSON.readTree(value);
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

    /** Where a record lies that has no place of its own, or may not say so: it holds up nobody. */
    private static Place placeOnTopic(IncomingRecord record) {
        String partition = record.topic() + "-" + record.partition();
        return new Place(partition, partition + "@" + record.offset(), 1);
    }

    private static Optional<Instant> moment(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** Two names that cannot be read may look the same, and must not be taken for one. */
    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.indexOf(UNREADABLE) < 0;
    }

    private static Optional<String> header(IncomingRecord record, String name) {
        return Optional.ofNullable(record.headers().get(name)).filter(value -> !value.isBlank());
    }
}
