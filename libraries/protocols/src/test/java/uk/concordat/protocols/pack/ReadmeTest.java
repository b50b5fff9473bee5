package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.rules.Citation;

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

        Pack example = library.pack(new PackId("city-of-london", "2006-04-13.3"));
        Pack shipped = PackLibrary.standard().latest("city-of-london").orElseThrow();
        assertThat(example)
                .isEqualTo(new Pack(
                        example.id(), shipped.title(), shipped.council(), shipped.approved(), shipped.enquiries()));
        assertThat(library.latest("city-of-london")).contains(example);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, /$defs/kind/enum",
        "clocks.policy, /$defs/clock/properties/policy/enum",
        "addressee.policy, /properties/enquiries/properties/addressee/properties/policy/enum",
        "acknowledgement.policy, /properties/enquiries/properties/acknowledgement/properties/policy/enum",
        "holdingReply.policy, /properties/enquiries/properties/holdingReply/properties/policy/enum",
        "timescale.policy, /properties/enquiries/properties/timescale/properties/policy/enum",
        "leaderOfTheOpposition.policy, /properties/groups/properties/leaderOfTheOpposition/properties/policy/enum",
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

    /** A policy in the schema that the table of policies does not explain, or the other way round. */
    @Test
    void every_policy_of_the_schema_is_explained_and_no_other() throws IOException {
        List<String> explained = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `[A-Za-z.]+` \\|")
                .matcher(firstMatch("### The policies\\n(.*?)\\n###"))
                .results()
                .map(match -> match.group(1))
                .toList();
        List<String> allowed = new JsonMapper()
                .readTree(SCHEMA.toFile()).findValues("policy").stream()
                        .flatMap(policy -> policy.path("enum").valueStream())
                        .map(JsonNode::asText)
                        .toList();

        assertThat(explained).isNotEmpty().containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void its_table_of_the_two_packs_says_what_they_say() throws IOException {
        EnquiryTerms city =
                PackLibrary.standard().latest("city-of-london").orElseThrow().enquiries();
        EnquiryTerms harlow =
                PackLibrary.standard().latest("harlow").orElseThrow().enquiries();

        assertThat(row("clocks")).containsExactly(clocks(city.clocks()), clocks(harlow.clocks()));
        assertThat(row("channels")).containsExactly(codes(city.channels()), codes(harlow.channels()));
        assertThat(row("addressee"))
                .containsExactly(
                        city.addressee()
                                .map(it -> named(it.policy(), it.citation()))
                                .orElse("–"),
                        harlow.addressee()
                                .map(it -> named(it.policy(), it.citation()))
                                .orElse("–"));
        assertThat(row("acknowledgement"))
                .containsExactly(policy(city.acknowledgement()), policy(harlow.acknowledgement()));
        assertThat(row("answerSettlesAcknowledgement"))
                .containsExactly(
                        city.answerSettlesAcknowledgement()
                                .map(ReadmeTest::cited)
                                .orElse("–"),
                        harlow.answerSettlesAcknowledgement()
                                .map(ReadmeTest::cited)
                                .orElse("–"));
        assertThat(row("holdingReply"))
                .containsExactly(
                        city.holdingReply()
                                .map(it -> named(it.policy(), it.citation()))
                                .orElse("–"),
                        harlow.holdingReply()
                                .map(it -> named(it.policy(), it.citation()))
                                .orElse("–"));
        assertThat(row("timescale")).containsExactly(policy(city.timescale()), policy(harlow.timescale()));
        assertThat(row("officerToMember"))
                .containsExactly(
                        clocks(city.officerToMember().clocks()),
                        clocks(harlow.officerToMember().clocks()));
        assertThat(row("unstated")).containsExactly(unstated(city.unstated()), unstated(harlow.unstated()));
        assertThat(row("groups")).containsExactly(groups("city-of-london"), groups("harlow"));
        assertThat(row("leaderOfTheOpposition"))
                .containsExactly(leaderOfTheOpposition("city-of-london"), leaderOfTheOpposition("harlow"));
        assertThat(row("settings")).containsExactly(settings("city-of-london"), settings("harlow"));
        assertThat(row("quietHours")).containsExactly(quietHours("city-of-london"), quietHours("harlow"));
        assertThat(row("adoption")).containsExactly(adoption("city-of-london"), adoption("harlow"));
    }

    private static List<String> row(String parameter) throws IOException {
        String cells = firstMatch("## The two packs side by side\\n.*?\\n\\| `" + parameter + "` \\|(.*?)\\|\\n");
        return Stream.of(cells.split("\\|")).map(String::strip).toList();
    }

    private static String clocks(List<ClockTerms> clocks) {
        return clocks.isEmpty()
                ? "–"
                : clocks.stream()
                        .map(clock -> "%s: %d working days, %s"
                                .formatted(clock.kind(), clock.workingDays(), cited(clock.citation())))
                        .collect(Collectors.joining("; "));
    }

    private static String unstated(List<UnstatedTerm> terms) {
        return terms.stream()
                .map(term -> term.kind() + ", " + cited(term.citation()))
                .collect(Collectors.joining("; "));
    }

    private static String groups(String council) {
        return PackLibrary.standard()
                .latest(council)
                .orElseThrow()
                .groups()
                .map(groups -> "%d or more%s, %s"
                        .formatted(
                                groups.minimum(),
                                groups.toldTo()
                                        .map(role -> " who told `" + role + "`")
                                        .orElse(""),
                                cited(groups.citation())))
                .orElse("–");
    }

    private static String leaderOfTheOpposition(String council) {
        return policy(PackLibrary.standard()
                .latest(council)
                .orElseThrow()
                .groups()
                .flatMap(GroupTerms::leaderOfTheOpposition));
    }

    private static String settings(String council) {
        return PackLibrary.standard()
                .latest(council)
                .flatMap(Pack::settings)
                .map(it -> codes(it.changedBy()) + ", " + cited(it.citation()))
                .orElse("–");
    }

    private static String quietHours(String council) {
        return PackLibrary.standard()
                .latest(council)
                .flatMap(Pack::settings)
                .flatMap(SettingsTerms::quietHours)
                .map(it -> "none stated, " + cited(it))
                .orElse("–");
    }

    private static String adoption(String council) {
        return PackLibrary.standard()
                .latest(council)
                .flatMap(Pack::adoption)
                .map(it -> codes(it.by()) + ", " + cited(it.citation()))
                .orElse("–");
    }

    private static String codes(List<String> codes) {
        return String.join(", ", codes);
    }

    private static String policy(Optional<PolicyTerms> terms) {
        return terms.map(it -> named(it.policy(), it.citation())).orElse("–");
    }

    private static String named(String policy, Citation citation) {
        return "`%s`, %s".formatted(policy, cited(citation));
    }

    private static String cited(Citation citation) {
        return citation.rule() + " " + citation.reading().code();
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
