package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static uk.concordat.council.http.ImportTest.ofUsername;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What stands in a cell is kept as it was written, by whatever spreadsheet. */
@QuarkusTest
class ImportedTextTest extends OverHttp {

    @Test
    void cells_are_text_and_nothing_else() {
        CsvFiles files = CsvFiles.ofTheCityAs("injected");
        String formula = "HYPERLINK(\"\"http://example.invalid\"\",\"\"here\"\")";
        imported(files.replacing("people", "Daniel Ashcombe", "\"=" + formula + "\""))
                .statusCode(422);
        imported(files.replacing("people", "Daniel Ashcombe", "\"Daniel =" + formula + "\""))
                .statusCode(200);

        assertThat(JsonPath.from(ofUsername(documents("injected"), "officer-1").value())
                        .getString("name"))
                .isEqualTo("Daniel =HYPERLINK(\"http://example.invalid\",\"here\")");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_make_no_difference() {
        CsvFiles files = CsvFiles.ofTheCityAs("windows");
        imported(files).statusCode(200);
        CsvFiles windows = files;
        for (String part : files.parts().keySet()) {
            windows = windows.with(part, "\uFEFF" + files.text(part).replace("\n", "\r\n"));
        }

        imported(windows).statusCode(200).body("changes", equalTo(0));
    }

    @Test
    void letters_beyond_ascii_are_kept() {
        imported(CsvFiles.ofTheCityAs("letters")).statusCode(200);

        assertThat(JsonPath.from(
                                ofUsername(documents("letters"), "member-red-3").value())
                        .getString("name"))
                .isEqualTo("Siân Prosser");
    }
}
