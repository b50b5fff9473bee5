package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rulebook;

/** The pack of a council that the rulebook does not know says itself what its rules are. */
class OwnRulesTest {

    private static final String BOROUGHS =
            PackText.GOOD.replace("council: city-of-london", "council: borough").replace("COL-", "BOR-") + """
            rules:
              - { rule: BOR-27, paragraph: "4.1", mode: may, text: Members ask in writing. }
              - { rule: BOR-28, paragraph: "4.2", mode: should, text: Enquiries are acknowledged within three working days. }
              - { rule: BOR-29, paragraph: "4.2", mode: must, text: They are answered within fifteen. }
              - { rule: BOR-31, paragraph: "4.3", mode: may, text: (Reading) A date may be promised. }
            """;

    @TempDir
    Path directory;

    @Test
    void its_citations_have_the_council_and_the_paragraph_that_it_gives() throws IOException {
        PackText.write(directory, "borough.yaml", BOROUGHS);

        Pack pack = PackLibrary.with(directory).pack(new PackId("guildhall", "2026-01-01"));

        assertThat(pack.enquiries().clocks())
                .extracting(ClockTerms::citation)
                .containsExactly(
                        new Citation("BOR-28", "borough", "4.2", Reading.OURS),
                        new Citation("BOR-29", "borough", "4.2", Reading.STATED));
        assertThat(Rulebook.standard().find("BOR-28")).isEmpty();
    }

    @Test
    void the_example_of_a_sixth_council_is_a_good_pack() {
        Pack example =
                PackLibrary.with(Path.of("../../docs/examples/ambleford")).pack(new PackId("ambleford", "2026-06-01"));

        assertThat(example.enquiries().clocks())
                .extracting(ClockTerms::kind, ClockTerms::workingDays)
                .containsExactly(tuple("acknowledgement", 3), tuple("full-response", 15));
        assertThat(example.enquiries().officerToMember().clocks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: BOR-27, paragraph | rule: COL-27, paragraph | /rules/0/rule | an id that no rule has; COL-27 is a rule of city-of-london",
                "rule: BOR-28, paragraph | rule: BOR-27, paragraph | /rules/1/rule | each rule once; BOR-27 is there before",
                "mode: should | mode: shall | /rules/1/mode | must, should or may; found \"shall\"",
                "paragraph: \"4.1\" | paragraph: ' ' | /rules/0/paragraph | the paragraph as the council's document numbers it, up to 40 characters; found \" \"",
                "paragraph: \"4.1\", | | /rules/0/paragraph | the paragraph as the council's document numbers it, up to 40 characters; the field is missing",
                "rule: BOR-27, paragraph | rule: BOR-99, paragraph | /enquiries/channelsRule/rule | a rule of borough; the rulebook has no BOR-27",
                "rule: BOR-31\\n      reading: ours | rule: BOR-31\\n      reading: stated | /enquiries/unstated/0/reading | ours; BOR-31 is wholly our reading",
            })
    void what_is_wrong_with_them_is_named(String passage, @Nullable String instead, String field, String expected)
            throws IOException {
        String wrong = passage.replace("\\n", "\n");
        assertThat(BOROUGHS).contains(wrong);
        Path file = PackText.write(
                directory,
                "borough.yaml",
                BOROUGHS.replace(wrong, instead == null ? "" : instead.replace("\\n", "\n")));

        InvalidPack refusal = catchThrowableOfType(InvalidPack.class, () -> PackLibrary.with(directory));

        assertThat(refusal.faults()).containsExactly(new Fault(file.toString(), field, expected));
    }
}
