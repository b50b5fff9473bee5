package uk.concordat.council.http;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Repository;

/** A council is loaded under a pack that was put into the directory while the service runs. */
@QuarkusTest
class AddedPackTest extends OverHttp {

    private static final String KEY = "ambleford";
    private static final Path EXAMPLE = Repository.root().resolve("docs/examples/ambleford/pack.yaml");

    private final Path pack = Path.of(ConfigProvider.getConfig().getValue("concordat.packs.directory", String.class))
            .resolve("ambleford.yaml");

    private final Path next = pack.resolveSibling("ambleford-next.yaml");

    @AfterEach
    void take_the_files_away() throws IOException {
        Files.deleteIfExists(pack);
        Files.deleteIfExists(next);
    }

    @Test
    void one_that_cannot_be_read_is_named_to_whoever_asks_for_it_and_one_that_can_is_adopted_at_once()
            throws IOException {
        CsvFiles files =
                CsvFiles.ofTheCityAs(KEY).replacing("council", "city-of-london,2006-04-13.2", "ambleford,2026-06-01");
        Files.writeString(pack, Files.readString(EXAMPLE).replace("workingDays: 15", "workingDays: 1000"));

        imported(files)
                .statusCode(422)
                .body("errors[0].problem", equalTo("there is no pack ambleford 2026-06-01"))
                .body(
                        "errors[0].remedy",
                        allOf(
                                containsString("or mend what was not taken in: "),
                                containsString("ambleford.yaml /enquiries/clocks/1/workingDays: expected")));

        Files.copy(EXAMPLE, pack, StandardCopyOption.REPLACE_EXISTING);
        imported(files).statusCode(200).body("council", equalTo(KEY));
        eventually()
                .untilAsserted(() -> as(KEY, "officer-1")
                        .get("/councils/{council}/protocol", KEY)
                        .then()
                        .statusCode(200)
                        .body("enquiries.clocks.rule", hasItem("AMB-03")));
        the_next_is_adopted_as_soon_as_its_file_is_there();
    }

    private void the_next_is_adopted_as_soon_as_its_file_is_there() throws IOException {
        Files.writeString(next, Files.readString(EXAMPLE).replace("version: 2026-06-01", "version: 2026-12-01"));

        as(KEY, "head-of-paid-service")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "pack",
                        KEY,
                        "version",
                        "2026-12-01",
                        "from",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        "reason",
                        "Resolved."))
                .post("/councils/{council}/protocols", KEY)
                .then()
                .statusCode(201)
                .body("status", equalTo("ahead"));
    }
}
