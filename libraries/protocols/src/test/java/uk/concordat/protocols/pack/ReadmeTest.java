package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README is what the next pack is written from, so it must not drift from the code. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path SCHEMA = Path.of("src/main/resources/uk/concordat/protocols/pack/pack.schema.json");

    @TempDir
    Path directory;

    @Test
    void its_example_is_a_whole_pack_and_says_what_the_shipped_one_says() throws IOException {
        PackText.write(directory, "example.yaml", firstMatch("```yaml\\n(.*?)```"));

        PackLibrary library = PackLibrary.with(directory);

        Pack example = library.pack(new PackId("city-of-london", "2006-04-13.1"));
        Pack shipped = library.pack(new PackId("city-of-london", "2006-04-13"));
        assertThat(example)
                .isEqualTo(new Pack(
                        example.id(), shipped.title(), shipped.council(), shipped.approved(), shipped.enquiries()));
        assertThat(library.latest("city-of-london")).contains(example);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, /$defs/kind/enum",
        "policy, /$defs/clock/properties/policy/enum",
        "channels, /properties/enquiries/properties/channels/items/enum",
        "reading, /$defs/reading/enum",
    })
    void its_values_are_those_of_the_schema(String field, String inSchema) throws IOException {
        List<String> documented = Pattern.compile("`([^`]+)`")
                .matcher(firstMatch("\\n\\| `" + field + "` \\|(.*?)\\|\\n"))
                .results()
                .map(match -> match.group(1))
                .toList();
        Stream<JsonNode> allowed =
                new JsonMapper().readTree(SCHEMA.toFile()).at(inSchema).valueStream();

        assertThat(documented)
                .isNotEmpty()
                .containsExactlyElementsOf(allowed.map(JsonNode::asText).toList());
    }

    @Test
    void the_tests_that_it_names_exist() throws IOException {
        List<String> named = Pattern.compile("`(\\w+Test)`")
                .matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1) + ".java")
                .distinct()
                .toList();
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            assertThat(tests.map(file -> file.getFileName().toString()).toList())
                    .containsAll(named)
                    .hasSizeGreaterThan(5);
        }
        assertThat(named).hasSizeGreaterThan(5);
    }

    private static String firstMatch(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
