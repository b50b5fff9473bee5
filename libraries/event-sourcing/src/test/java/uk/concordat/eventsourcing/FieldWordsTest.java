package uk.concordat.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library knows no field that it is used in: not in its code, nor in its tables, tests and README. */
class FieldWordsTest {

    private static final Pattern FIELD_WORDS = Pattern.compile(
            "(?i)council|\\bmembers?\\b|councillor|officer|enquir|complain|briefing|\\bward\\b|portal|protocol"
                    + "|deadline|monitoring|scrutiny|harlow|hackney|city.of.london");

    @Test
    void no_word_of_the_field_is_found() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(70)
                .allSatisfy(
                        file -> assertThat(fieldWords(file)).as(file.toString()).isEmpty());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(Path.of("README.md")))
                    .filter(file -> !file.endsWith(FieldWordsTest.class.getSimpleName() + ".java"))
                    .toList();
        }
    }

    private static List<String> fieldWords(Path file) throws IOException {
        return FIELD_WORDS
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
