package uk.concordat.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.eventsourcing.store.EventTypes;

/**
 * Events as builds have written them, in {@code src/test/resources/events}: one file a type and version, and more where a
 * version was once written with less in it. They are never edited: whatever was once stored must be read for ever. A new type or
 * version brings a new file. Beside them {@code states.txt} says what state each makes, and of which examples that come before it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoredExamples<S, E> {

    private static final Path EXAMPLES = Path.of("src/test/resources/events");
    private static final Path MADE = Path.of("target/events");
    private static final String OF_TODAY = "[a-z-]+\\.v[0-9]+";
    private static final String JSON_FILE = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventTypes<E> table;
    private final S initial;
    private final BiFunction<S, E, S> evolve;

    protected StoredExamples(EventTypes<E> table, S initial, BiFunction<S, E, S> evolve) {
        this.table = table;
        this.initial = initial;
        this.evolve = evolve;
    }

    /** An event of each type, as this build writes it. */
    protected abstract List<E> written();

    /** What matters of a state, in one line. */
    protected abstract String describe(S state);

    @Test
    void there_is_an_example_of_every_type_and_version_that_has_a_name_on_disk() throws IOException {
        makeExamples();

        assertThat(examples().filter(name -> name.matches(OF_TODAY)))
                .as("For a new type or version copy its file from %s, and never touch it again", MADE)
                .containsExactlyInAnyOrderElementsOf(named());
    }

    @Test
    void every_example_says_what_state_it_makes() throws IOException {
        assertThat(states().map(Made::example))
                .containsExactlyInAnyOrderElementsOf(examples().toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_is_read_and_means_the_same_when_it_is_written_again(String name) throws IOException {
        JsonNode example = read(name);
        E event = event(name);

        EventTypes.Encoded again = table.encode(event);

        assertThat(again.type()).isEqualTo(example.required("type").asText());
        assertThat(table.decode(again.type(), again.version(), again.facts(), again.personal()))
                .isEqualTo(event);
        if (name.matches(OF_TODAY)
                && again.version() == example.required("version").asInt()) {
            assertThat(JSON.readTree(again.facts())).isEqualTo(example.required("facts"));
            assertThat(JSON.readTree(again.personal())).isEqualTo(example.required("personal"));
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_makes_the_state_that_is_said_of_it(Made made) throws IOException {
        S state = initial;
        for (String before : made.after()) {
            state = evolve.apply(state, event(before));
        }

        assertThat(describe(evolve.apply(state, event(made.example())))).isEqualTo(made.state());
    }

    /** The event in one of the files, such as {@code deadline-moved.v1}. */
    protected final E event(String name) throws IOException {
        JsonNode example = read(name);
        return table.decode(
                example.required("type").asText(),
                example.required("version").asInt(),
                example.required("facts").toString(),
                example.required("personal").toString());
    }

    /** A line of {@code states.txt}: the example, those before it, and the state that they make. */
    record Made(String example, List<String> after, String state) {

        static Made of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Made(
                    parts[0].strip(),
                    Arrays.stream(parts[1].strip().split(" "))
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    parts[2].strip());
        }

        @Override
        public String toString() {
            return example;
        }
    }

    Stream<Made> states() throws IOException {
        return Files.readAllLines(EXAMPLES.resolve("states.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Made::of);
    }

    Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(JSON_FILE))
                    .map(file -> file.substring(0, file.length() - JSON_FILE.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private Set<String> named() {
        return table.all().stream()
                .map(type -> name(type.name(), type.version()))
                .collect(Collectors.toSet());
    }

    private void makeExamples() throws IOException {
        Files.createDirectories(MADE);
        for (E event : written()) {
            EventTypes.Encoded encoded = table.encode(event);
            ObjectNode example =
                    JSON.createObjectNode().put("type", encoded.type()).put("version", encoded.version());
            example.set("facts", JSON.readTree(encoded.facts()));
            example.set("personal", JSON.readTree(encoded.personal()));
            Files.writeString(
                    MADE.resolve(name(encoded.type(), encoded.version()) + JSON_FILE),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        }
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(EXAMPLES.resolve(name + JSON_FILE).toFile());
    }

    private static String name(String type, int version) {
        return "%s.v%d".formatted(type, version);
    }
}
