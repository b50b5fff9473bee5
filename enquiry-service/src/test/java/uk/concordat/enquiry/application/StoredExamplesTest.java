package uk.concordat.enquiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.CityEnquiry;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.eventsourcing.store.EventTypes;

/**
 * Events as builds have written them, in {@code src/test/resources/events}, one file a type and version. They are never
 * edited: whatever was once stored must be read for ever. A new type or version brings a new file.
 */
class StoredExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventTypes<EnquiryEvent> TABLE = EnquiryEventTypes.table();

    @Test
    void there_is_an_example_of_every_type_and_version_that_has_a_name_on_disk() throws IOException {
        for (EnquiryEvent event : written()) {
            EventTypes.Encoded encoded = TABLE.encode(event);
            ObjectNode example =
                    JSON.createObjectNode().put("type", encoded.type()).put("version", encoded.version());
            example.set("facts", JSON.readTree(encoded.facts()));
            example.set("personal", JSON.readTree(encoded.personal()));
            Path made =
                    Files.createDirectories(Path.of("target/events")).resolve(name(encoded.type(), encoded.version()));
            Files.writeString(made, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        }
        Set<String> named = TABLE.all().stream()
                .map(type -> name(type.name(), type.version()))
                .collect(Collectors.toSet());
        assertThat(examples().map(file -> file.getFileName().toString()))
                .as("For a new type or version copy its file from target/events, and never touch it again")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_is_read_and_says_the_same_when_it_is_written_again(Path file) throws IOException {
        JsonNode example = JSON.readTree(file.toFile());

        EnquiryEvent event = TABLE.decode(
                example.required("type").asText(),
                example.required("version").asInt(),
                example.required("facts").toString(),
                example.required("personal").toString());

        EventTypes.Encoded again = TABLE.encode(event);
        assertThat(JSON.readTree(again.facts())).isEqualTo(example.required("facts"));
        assertThat(JSON.readTree(again.personal())).isEqualTo(example.required("personal"));
    }

    private static List<EnquiryEvent> written() {
        return List.of(
                CityEnquiry.received(),
                CityEnquiry.acknowledged(IN_TIME),
                CityEnquiry.answered(BETWEEN, FULL_RESPONSE),
                CityEnquiry.withdrawn(BETWEEN, FULL_RESPONSE),
                CityEnquiry.breached(ACKNOWLEDGEMENT, BETWEEN),
                CityEnquiry.spared(ACKNOWLEDGEMENT, 1, BETWEEN));
    }

    private static Stream<Path> examples() throws IOException {
        return Files.list(EXAMPLES)
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    private static String name(String type, int version) {
        return "%s.v%d.json".formatted(type, version);
    }
}
