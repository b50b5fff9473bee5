package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.rules.Rule;
import uk.concordat.protocols.rules.Rulebook;

/** {@code docs/conformance.md} is what the tests say: each rule that a test names, and where it is proven. */
class ConformanceTest {

    private static final Pattern MARK = Pattern.compile("@Rule\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([A-Z]+-[0-9]+)\"");

    @Test
    void the_table_of_rules_and_their_tests_is_current() throws IOException {
        String table = table(provenRules());
        Path written = Files.createDirectories(Path.of("target")).resolve("conformance.md");
        Files.writeString(written, table);
        assertThat(Stacks.repository().resolve("docs/conformance.md"))
                .as("If this differs, copy system-tests/target/conformance.md over it")
                .hasContent(table);
    }

    private static Map<String, Set<String>> provenRules() throws IOException {
        Map<String, Set<String>> proven = new TreeMap<>();
        for (Path test : tests()) {
            Matcher mark = MARK.matcher(Files.readString(test));
            while (mark.find()) {
                Matcher id = ID.matcher(mark.group(1));
                while (id.find()) {
                    proven.computeIfAbsent(id.group(1), _ -> new TreeSet<>())
                            .add(test.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(proven).as("rules that tests name").isNotEmpty();
        return proven;
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Stacks.repository())) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("ConformanceTest.java"))
                    .sorted()
                    .toList();
        }
    }

    private static String table(Map<String, Set<String>> proven) {
        Rulebook rulebook = Rulebook.standard();
        List<String> lines = new ArrayList<>(List.of(
                "# Conformance",
                "",
                "The rules that a test proves, of the %d in `rules.csv`. Made from the tests' `@Rule` marks; a test holds it current."
                        .formatted(rulebook.all().size()),
                "",
                "| rule | council | paragraph | mode | proven by |",
                "|---|---|---|---|---|"));
        // Fails on a mark that names no rule.
        proven.forEach((id, tests) -> lines.add(line(rulebook.rule(id), tests)));
        lines.add("");
        lines.add("%d of %d.".formatted(proven.size(), rulebook.all().size()));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Rule rule, Set<String> tests) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        rule.id(),
                        rule.council(),
                        rule.paragraph(),
                        rule.mode().name().toLowerCase(java.util.Locale.ROOT),
                        String.join(", ", tests));
    }
}
