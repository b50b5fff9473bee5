package uk.concordat.protocols.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {

    private static final String HEADER =
            "id,council,paragraph,rule,mode,kinds,services,wider_scope,decides,time_limit\n";

    private final Rulebook rulebook = Rulebook.standard();

    @Test
    void holds_the_407_rules_of_the_five_protocols() {
        assertThat(rulebook.all()).hasSize(407);
        assertThat(rulebook.all().stream()
                        .collect(Collectors.groupingBy(
                                rule -> rule.id().replaceFirst("-.*", ""), Collectors.counting())))
                .isEqualTo(Map.of("CC", 46L, "COL", 54L, "HAC", 89L, "HAR", 118L, "WTC", 100L));
    }

    @ParameterizedTest
    @CsvSource({"CC,county", "COL,city-of-london", "HAC,hackney", "HAR,harlow", "WTC,wonderland"})
    void each_key_belongs_to_one_council_and_is_numbered_without_a_gap(String key, String council) {
        assertThat(rulebook.all().stream().filter(rule -> rule.council().equals(council)))
                .isNotEmpty()
                .allMatch(rule -> rule.id().startsWith(key + "-"));
        long rules = rulebook.all().stream()
                .filter(rule -> rule.id().startsWith(key + "-"))
                .count();
        for (int number = 1; number <= rules; number++) {
            assertThat(rulebook.find("%s-%02d".formatted(key, number))).isPresent();
        }
    }

    @Test
    void reads_every_column_of_a_rule() {
        assertThat(rulebook.rule("COL-30"))
                .isEqualTo(new Rule(
                        "COL-30",
                        "city-of-london",
                        "7",
                        "If that is not possible for any reason: a holding reply that sets out the reasons for the delay,"
                                + " as soon as possible after the acknowledgement and in any event before the 10 WD expire"
                                + " (reading: a reply without reasons is not a holding reply and is refused as one)",
                        Mode.SHOULD,
                        Set.of("deadline", "content"),
                        Set.of("enquiry", "notification"),
                        false,
                        "Officer",
                        "before the 10 WD expire"));
        assertThat(rulebook.rule("CC-10").widerScope()).isTrue();
        assertThat(rulebook.rule("COL-22").timeLimit()).isEqualTo("\"regular\"");
    }

    @Test
    void every_rule_has_what_a_citation_shows() {
        assertThat(rulebook.all()).allSatisfy(rule -> {
            assertThat(rule.paragraph()).isNotBlank();
            assertThat(rule.text()).isNotBlank();
            assertThat(rule.kinds()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(rule.services()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void counts_the_modes_as_the_table_does() {
        assertThat(rulebook.all().stream().collect(Collectors.groupingBy(Rule::mode, Collectors.counting())))
                .isEqualTo(Map.of(Mode.MUST, 236L, Mode.SHOULD, 120L, Mode.MAY, 47L, Mode.NONE, 4L));
    }

    @Test
    void cites_a_rule_with_its_council_and_paragraph() {
        assertThat(rulebook.cite("COL-28", Reading.OURS))
                .isEqualTo(new Citation("COL-28", "city-of-london", "7", Reading.OURS));
        assertThat(rulebook.cite("CC-11", Reading.STATED))
                .isEqualTo(new Citation("CC-11", "county", "5(c)", Reading.STATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAC-58", "HAR-02", "HAR-39"})
    void a_rule_that_is_wholly_our_reading_is_never_cited_as_stated(String id) {
        assertThat(rulebook.cite(id, Reading.OURS).reading()).isEqualTo(Reading.OURS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rulebook.cite(id, Reading.STATED))
                .withMessageContaining(id);
    }

    @Test
    void an_unknown_rule_is_named() {
        assertThatThrownBy(() -> rulebook.rule("COL-55"))
                .isInstanceOfSatisfying(
                        UnknownRule.class, unknown -> assertThat(unknown.id()).isEqualTo("COL-55"))
                .hasMessageContaining("COL-55");
        assertThatThrownBy(() -> rulebook.cite("col-28", Reading.OURS)).isInstanceOf(UnknownRule.class);
        assertThat(rulebook.find("COL-55")).isEmpty();
    }

    @Test
    void readings_have_the_codes_that_answers_show() {
        assertThat(Reading.of("stated")).isEqualTo(Reading.STATED);
        assertThat(Reading.OURS.code()).isEqualTo("ours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.of("theirs"))
                .withMessageContaining("theirs");
    }

    @Test
    void a_table_with_one_id_twice_or_an_unknown_mode_is_refused() throws IOException {
        String row = "COL-01,city-of-london,1,Text,must,guard,all,,,\n";
        assertThat(Rulebook.read(new StringReader(HEADER + row)).all()).hasSize(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebook.read(new StringReader(HEADER + row + row)))
                .withMessageContaining("COL-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebook.read(new StringReader(HEADER + row.replace("must", "shall"))))
                .withMessageContaining("shall");
    }
}
