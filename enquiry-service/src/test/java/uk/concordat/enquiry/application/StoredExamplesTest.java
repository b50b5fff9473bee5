package uk.concordat.enquiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;

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
import uk.concordat.enquiry.domain.EnquiryHistory;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EveryEvent;
import uk.concordat.eventsourcing.store.EventTypes;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.ladder.Climb;

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
        for (EnquiryEvent event : EveryEvent.all()) {
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
    void each_is_read_and_what_is_still_written_so_says_the_same_when_it_is_written_again(Path file)
            throws IOException {
        JsonNode example = JSON.readTree(file.toFile());

        EventTypes.Encoded again = TABLE.encode(read(example));

        assertThat(again.type()).isEqualTo(example.required("type").asText());
        if (again.version() == example.required("version").asInt()) {
            assertThat(JSON.readTree(again.facts())).isEqualTo(example.required("facts"));
            assertThat(JSON.readTree(again.personal())).isEqualTo(example.required("personal"));
        }
    }

    /** Version 1 of a breach knew no ladder: it is missed, and nobody is known to have been told by the enquiry itself. */
    @Test
    void a_breach_as_it_was_first_stored_is_read_and_makes_its_deadline_missed() throws IOException {
        EnquiryEvent breach =
                read(JSON.readTree(EXAMPLES.resolve("deadline-breached.v1.json").toFile()));

        EnquiryState state =
                EnquiryHistory.evolve(EnquiryHistory.evolve(EnquiryHistory.initial(), CityEnquiry.received()), breach);

        assertThat(breach)
                .isEqualTo(CityEnquiry.breached(ACKNOWLEDGEMENT, 0, BETWEEN, new Climb(List.of(), List.of(), false)));
        assertThat(((Known) state)
                        .file()
                        .deadline(ACKNOWLEDGEMENT)
                        .orElseThrow()
                        .standing())
                .isEqualTo(new Standing.Missed(BETWEEN, 0, Set.of()));
    }

    private static EnquiryEvent read(JsonNode example) {
        return TABLE.decode(
                example.required("type").asText(),
                example.required("version").asInt(),
                example.required("facts").toString(),
                example.required("personal").toString());
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
