package uk.concordat.council.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.concordat.council.imports.CsvFiles.files;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.council.domain.ImportFault;

/** A person's address of mail that is none, or could do more than be an address. */
class BadAddressesTest {

    private static final String HEADING = "username,name,kind,group,from,to\n";
    private static final String GOOD = "officer-1,Olu,officer,,2000-01-01,\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "officer-1",
                "officer-1@",
                "officer-1@harlow",
                "officer 1@harlow.example",
                "officer-1@har low.example",
                "officer-1@@harlow.example",
                "officer-1@harlow..example",
                ".officer@harlow.example",
                "officer-1@-harlow.example",
                "Olu <officer-1@harlow.example>",
                "officer-1@harlow.example;officer-2@harlow.example",
                "\"officer-1@harlow.example,officer-2@harlow.example\"",
                "ólu@harlow.example",
                "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo@harlow.example",
            })
    void what_is_not_one_address_is_one_fault(String address) {
        assertThat(addressed(address)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("people.csv");
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo("email");
            assertThat(fault.remedy()).contains("one address");
        });
    }

    /** Whoever gets it into a header of a mail could write headers of their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%s\n", "%s\r\n", "\n%s", "%s\nBcc: all@harlow.example", "%s\r", "officer\n-1@harlow.example"})
    void an_address_with_a_line_break_anywhere_is_refused(String form) {
        assertThat(addressed("\"" + form.replace("%s", "officer-1@harlow.example") + "\""))
                .isNotEmpty()
                .allSatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.column()).isEqualTo("email");
                })
                .extracting(ImportFault::problem)
                .contains("holds a line break or another control character");
    }

    @Test
    void an_address_of_more_than_254_characters_is_one_fault() {
        assertThat(addressed("o".repeat(64) + "@" + ("d".repeat(61) + ".").repeat(3) + "ex.x"))
                .extracting(ImportFault::column, ImportFault::problem)
                .containsExactly(tuple("email", "has 255 characters"));
        assertThat(addressed("o.".repeat(100_000) + "o@harlow.example"))
                .extracting(ImportFault::column)
                .containsExactly("email");
    }

    private static List<ImportFault> addressed(String address) {
        return files().people(HEADING.strip() + ",email\n" + GOOD.strip() + ",\nofficer-2,Ann,officer,,2000-01-01,,"
                        + address + "\n")
                .faults();
    }
}
