package uk.concordat.council.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.eventsourcing.store.EventTypes;

/**
 * Events as builds have written them, in {@code src/test/resources/events}: one file a type and version, and one for
 * each shape that it had before something was added. They are never edited: whatever was once stored must be read for
 * ever. A new type or version brings a new file.
 */
class StoredExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/events");
    private static final String OF_TODAY = "[a-z-]+\\.v[0-9]+\\.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventTypes<CouncilEvent> TABLE = CouncilEventTypes.table();

    @Test
    void there_is_an_example_of_every_type_and_version_that_has_a_name_on_disk() throws IOException {
        for (CouncilEvent event : Written.events()) {
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
        assertThat(ofToday().map(file -> file.getFileName().toString()))
                .as("For a new type or version copy its file from target/events, and never touch it again")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("ofToday")
    void each_is_read_and_says_the_same_when_it_is_written_again(Path file) throws IOException {
        JsonNode example = JSON.readTree(file.toFile());

        EventTypes.Encoded again = TABLE.encode(read(file));

        assertThat(JSON.readTree(again.facts())).isEqualTo(example.required("facts"));
        assertThat(JSON.readTree(again.personal())).isEqualTo(example.required("personal"));
    }

    @ParameterizedTest
    @MethodSource("ofBefore")
    void each_of_an_older_shape_is_read_and_means_the_same_when_it_is_written_again(Path file) throws IOException {
        CouncilEvent event = read(file);

        EventTypes.Encoded again = TABLE.encode(event);

        assertThat(TABLE.decode(again.type(), again.version(), again.facts(), again.personal()))
                .isEqualTo(event);
    }

    @Test
    void a_profile_that_was_recorded_before_councils_had_settings_has_none() throws IOException {
        var recorded = (ProfileRecorded) read(EXAMPLES.resolve("profile-recorded.v1.before-settings.json"));

        assertThat(recorded.profile().settings()).isEqualTo(LocalSettings.NONE);
    }

    @Test
    void a_person_who_was_recorded_before_people_had_addresses_has_none() throws IOException {
        var recorded = (PersonRecorded) read(EXAMPLES.resolve("person-recorded.v1.before-email.json"));

        assertThat(recorded.email()).isEmpty();
        assertThat(recorded.name()).isEqualTo("Ruth Redfern");
    }

    private static CouncilEvent read(Path file) throws IOException {
        JsonNode example = JSON.readTree(file.toFile());
        return TABLE.decode(
                example.required("type").asText(),
                example.required("version").asInt(),
                example.required("facts").toString(),
                example.required("personal").toString());
    }

    private static Stream<Path> ofToday() throws IOException {
        return examples().filter(file -> file.getFileName().toString().matches(OF_TODAY));
    }

    private static Stream<Path> ofBefore() throws IOException {
        return examples().filter(file -> !file.getFileName().toString().matches(OF_TODAY));
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
