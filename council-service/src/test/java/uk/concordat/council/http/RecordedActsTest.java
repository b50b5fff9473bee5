package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Who has loaded a council's files is written down, with what was loaded; nothing of anybody in them is. */
@QuarkusTest
class RecordedActsTest extends OverHttp {

    private static final String COUNCIL = "recorded";

    @Test
    void an_import_says_who_loaded_or_tried_what_and_one_that_cannot_be_read_says_nothing() {
        CsvFiles sentFiles = CsvFiles.ofTheCityAs(COUNCIL);
        imported(sentFiles).statusCode(200);
        imported(sentFiles).statusCode(200);
        sentFiles
                .in(with(ServiceUnderTest.tokens().forIntegration(COUNCIL, "people:import")))
                .post("/imports")
                .then()
                .statusCode(200);

        sentFiles
                .in(asOperator().queryParam("dryRun", true))
                .post("/imports")
                .then()
                .statusCode(200);
        imported(sentFiles.with("people", "username\n")).statusCode(422);
        sentFiles.in(as(COUNCIL, "member-services")).post("/imports").then().statusCode(403);

        String files = "council, people, posts, holders, deputies, allocations";
        String sent = files + ": ";
        assertThat(acts())
                .extracting(act -> act.get("operator"), act -> act.get("act"), act -> act.get("about"))
                .containsExactly(
                        tuple("operator", "files-tried", files),
                        tuple("integration recorded.integration", "files-loaded", sent + "0 changes"),
                        tuple("operator", "files-loaded", sent + "0 changes"),
                        tuple("operator", "files-loaded", sent + events(COUNCIL) + " changes"));
    }

    /** Once the service has heard of the council. */
    private static List<Map<String, String>> acts() {
        eventually()
                .until(() ->
                        asOperator().get("/operations/{council}/acts", COUNCIL).statusCode() == 200);
        return asOperator()
                .get("/operations/{council}/acts", COUNCIL)
                .then()
                .extract()
                .path("items");
    }
}
