package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.council.imports.CsvFiles.files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.council.domain.ImportFault;

/** The file of the council itself: one line, each fault with its column. */
class BadCouncilCsvTest {

    @ParameterizedTest
    @CsvSource({
        "'0,,', reminderWorkingDays",
        "',61,', rungWorkingDays",
        "',,-1', followUpWorkingDays",
        "'1.5,,', reminderWorkingDays",
        "',two,', rungWorkingDays",
        "',,05', followUpWorkingDays",
        "'99999999999999999999,,', reminderWorkingDays",
    })
    void what_a_council_sets_for_itself_is_a_whole_number_of_working_days_from_1_to_60(String cells, String column) {
        assertThat(files().council(
                                "key,name,reference,zone,pack,packVersion,from,reminderWorkingDays,rungWorkingDays,followUpWorkingDays\n"
                                        + "harlow,Harlow Council,HAR,Europe/London,,,2000-01-01," + cells + "\n")
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("council.csv");
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo(column);
                    assertThat(fault.remedy()).contains("1 to 60");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Harlow,Harlow Council,HAR,Europe/London,harlow,1,2000-01-01 | key",
                "harlow,,HAR,Europe/London,harlow,1,2000-01-01 | name",
                "harlow,Harlow Council,har,Europe/London,harlow,1,2000-01-01 | reference",
                "harlow,Harlow Council,HAR,Europe/Londres,harlow,1,2000-01-01 | zone",
                "harlow,Harlow Council,HAR,,harlow,1,2000-01-01 | zone",
                "harlow,Harlow Council,HAR,Europe/London,harlow,,2000-01-01 | packVersion",
                "harlow,Harlow Council,HAR,Europe/London,,1,2000-01-01 | packVersion",
                "harlow,Harlow Council,HAR,Europe/London,harlow,1, | from",
            })
    void a_bad_cell_of_the_council_is_one_fault(String line, String column) {
        assertThat(files().council("key,name,reference,zone,pack,packVersion,from\n" + line + "\n")
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("council.csv");
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }

    @Test
    void a_council_is_one_line() {
        String heading = "key,name,reference,zone,pack,packVersion,from\n";
        String line = "harlow,Harlow Council,HAR,Europe/London,,,2000-01-01\n";

        assertThat(files().council(heading).faults())
                .extracting(ImportFault::problem)
                .containsExactly("has 0 lines under its heading");
        assertThat(files().council(heading + line + line).faults())
                .extracting(ImportFault::problem)
                .containsExactly("has 2 lines under its heading");
        assertThat(files().council(heading + "harlow,Harlow Council\n").faults())
                .extracting(ImportFault::problem)
                .containsExactly("has 2 cells instead of 7");
    }
}
