package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad pack is refused at load, naming the file, the field and what was expected there. */
class BadPackTest {

    @TempDir
    Path directory;

    @Test
    void a_misspelt_field_is_named_with_those_that_exist() throws IOException {
        InvalidPack refusal = refusal(PackText.with("workingDays: 3", "workingdays: 3"));

        assertThat(refusal.faults())
                .containsExactlyInAnyOrder(
                        fault(
                                "/enquiries/clocks/0/workingdays",
                                "no such field; the fields here are kind, policy, reading, rule, workingDays"),
                        fault(
                                "/enquiries/clocks/0/workingDays",
                                "a whole number of working days from 1 to 260; the field is missing"));
        assertThat(refusal)
                .hasMessageContaining(file() + " /enquiries/clocks/0/workingdays: expected no such field")
                .hasMessageContaining(file() + " /enquiries/clocks/0/workingDays: expected a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack: guildhall | packs: guildhall | /packs",
                "title: A protocol | titel: A protocol | /titel",
                "channelsRule | channelRule | /enquiries/channelRule",
                "{ rule: COL-27 | { rules: COL-27 | /enquiries/channelsRule/rules",
                "COL-29 | COL-29\\n      when: never | /enquiries/clocks/1/when",
                "unstated: | unstatd: | /enquiries/unstatd",
            })
    void an_unknown_field_is_refused_at_every_depth(String passage, String instead, String field) throws IOException {
        assertThat(refusal(PackText.with(passage, instead.replace("\\n", "\n"))).faults())
                .anySatisfy(fault -> assertThat(fault.field()).startsWith(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "workingDays: 3 | workingDays: two | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found \"two\"",
                "workingDays: 3 | workingDays: 0 | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found 0",
                "workingDays: 3 | workingDays: 2.5 | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found 2.5",
                "workingDays: 3 | workingDays: 99999999999 | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found 99999999999",
                "workingDays: 3 | workingDays: | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found \"\"",
                "workingDays: 3 | workingDays: [3] | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found a list",
                "version: 2026-01-01 | version: 7 | /version | a date, with .1, .2 and so on for later packs of the same date, such as 2006-04-13; found 7",
                "version: 2026-01-01 | version: latest | /version | a date, with .1, .2 and so on for later packs of the same date, such as 2006-04-13; found \"latest\"",
                "approved: 2025-12-04 | approved: 2025-02-30 | /approved | the day the council approved the document, such as 2006-04-13, or the words: not stated; found \"2025-02-30\"",
                "approved: 2025-12-04 | approved: last winter | /approved | the day the council approved the document, such as 2006-04-13, or the words: not stated; found \"last winter\"",
                "kind: acknowledgement | kind: acknowledgment | /enquiries/clocks/0/kind | acknowledgement, full-response, first-response or promised-response; found \"acknowledgment\"",
                "policy: working-days-from-receipt | policy: calendar-days | /enquiries/clocks/0/policy | a policy: working-days-from-receipt; found \"calendar-days\"",
                "workingDays: 3 | workingDays: { days: 3 } | /enquiries/clocks/0/workingDays | a whole number of working days from 1 to 260; found fields",
                "reading: ours | reading: theirs | /enquiries/clocks/0/reading | stated if the paragraph says it, ours if we read it so; found \"theirs\"",
                "[email, letter] | [email, pigeon] | /enquiries/channels/1 | portal, email, letter, telephone, fax or in-person; found \"pigeon\"",
                "[email, letter] | [email, email] | /enquiries/channels | a list of the channels that start the clocks, each once; found a list",
                "[email, letter] | [] | /enquiries/channels | a list of the channels that start the clocks, each once; found a list",
                "title: A protocol | title: ' ' | /title | the title of the council's document, up to 200 characters; found \" \"",
            })
    void a_wrong_value_is_named_with_what_was_expected(String passage, String instead, String field, String expected)
            throws IOException {
        assertThat(refusal(PackText.with(passage, instead)).faults()).containsExactly(fault(field, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: A protocol\\n | /title | the title of the council's document, up to 200 characters; the field is missing",
                "approved: 2025-12-04\\n | /approved | the day the council approved the document, such as 2006-04-13, or the words: not stated; the field is missing",
                "  channelsRule: { rule: COL-27, reading: stated }\\n | /enquiries/channelsRule | the rule that says which channels count: rule and reading; the field is missing",
                "      reading: ours\\n | /enquiries/clocks/0/reading | stated or ours; the field is missing",
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void a_missing_field_is_named(String line, String field, String expected) throws IOException {
        String passage = line.replace("\\n ", "\n");
        assertThat(refusal(PackText.with(passage, "")).faults())
                .containsExactly(fault(field.strip(), expected.strip()));
    }

    @Test
    void an_unknown_rule_is_refused() throws IOException {
        assertThat(refusal(PackText.with("rule: COL-28", "rule: COL-99")).faults())
                .containsExactly(
                        fault("/enquiries/clocks/0/rule", "a rule of city-of-london; the rulebook has no COL-99"));
    }

    @ParameterizedTest
    @CsvSource({
        "COL-27, /enquiries/channelsRule/rule",
        "COL-28, /enquiries/clocks/0/rule",
        "COL-29, /enquiries/clocks/1/rule",
        "COL-31, /enquiries/unstated/0/rule",
    })
    void another_councils_rule_is_refused_wherever_it_is_cited(String rule, String field) throws IOException {
        assertThat(refusal(PackText.with("rule: " + rule, "rule: HAR-35")).faults())
                .containsExactly(fault(field, "a rule of city-of-london; HAR-35 is a rule of harlow"));
    }

    @Test
    void another_councils_rule_is_refused_for_what_an_answer_settles() throws IOException {
        String text = PackText.GOOD + "  answerSettlesAcknowledgement: { rule: CC-11, reading: ours }\n";

        assertThat(refusal(text).faults())
                .containsExactly(fault(
                        "/enquiries/answerSettlesAcknowledgement/rule",
                        "a rule of city-of-london; CC-11 is a rule of county"));
    }

    @Test
    void a_rule_that_is_wholly_our_reading_cannot_be_stated() throws IOException {
        String harlow = PackText.GOOD.replace("city-of-london", "harlow").replaceAll("COL-\\d+", "HAR-35");
        String text = harlow.replace("workingDays: 15\n      rule: HAR-35", "workingDays: 15\n      rule: HAR-39");

        assertThat(refusal(text).faults())
                .containsExactly(fault("/enquiries/clocks/1/reading", "ours; HAR-39 is wholly our reading"));
    }

    @Test
    void two_clocks_of_one_kind_are_refused() throws IOException {
        assertThat(refusal(PackText.with("kind: full-response", "kind: acknowledgement"))
                        .faults())
                .containsExactly(fault(
                        "/enquiries/clocks/1/kind",
                        "each kind once; acknowledgement already stands at /enquiries/clocks/0"));
    }

    @Test
    void a_kind_that_has_a_clock_cannot_also_be_unstated() throws IOException {
        assertThat(refusal(PackText.with("kind: promised-response", "kind: full-response"))
                        .faults())
                .containsExactly(fault(
                        "/enquiries/unstated/0/kind",
                        "each kind once; full-response already stands at /enquiries/clocks/1"));
    }

    @Test
    void broken_yaml_is_refused_with_its_line() throws IOException {
        assertBroken(PackText.with("title: A protocol", "title: [A protocol"), "line 4");
        assertBroken(PackText.with("    - kind: full-response", "   - kind: full-response"), "line 15");
        assertBroken(PackText.with("title: A protocol", "\ttitle: A protocol"), "line 3");
    }

    @Test
    void a_key_that_stands_twice_is_refused_with_its_line() throws IOException {
        assertBroken(PackText.with("council:", "title: Another\ncouncil:"), "line 4");
        assertThat(refusal(PackText.with("council:", "title: Another\ncouncil:")))
                .hasMessageContaining("'title'");
    }

    @Test
    void two_documents_in_one_file_are_refused() throws IOException {
        assertBroken(PackText.GOOD + "---\n" + PackText.GOOD, "line ");
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment'", "[]", "a word", "7", "~"})
    void a_file_that_holds_no_pack_is_refused(String text) throws IOException {
        InvalidPack refusal = refusal(text);

        assertThat(refusal.faults()).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.field()).isEmpty();
            assertThat(fault.expected()).startsWith("a pack: pack, version, title, council, approved and enquiries");
        });
        assertThat(refusal).hasMessageStartingWith(file() + ": expected a pack");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Files.write(directory.resolve("bad.yaml"), "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file());
            assertThat(fault.expected()).startsWith("one well-formed YAML document in UTF-8");
        });
    }

    private void assertBroken(String text, String line) throws IOException {
        assertThat(refusal(text).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file());
            assertThat(fault.field()).startsWith(line);
            assertThat(fault.expected()).startsWith("one well-formed YAML document in UTF-8, each key once; ");
        });
        assertThat(refusal(text).getMessage()).doesNotContain("\n");
    }

    private InvalidPack refusal(String text) throws IOException {
        PackText.write(directory, "bad.yaml", text);
        return refusal();
    }

    private InvalidPack refusal() {
        InvalidPack refusal = catchThrowableOfType(InvalidPack.class, () -> PackLibrary.with(directory));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Fault fault(String field, String expected) {
        return new Fault(file(), field, expected);
    }

    private String file() {
        return directory.resolve("bad.yaml").toString();
    }
}
