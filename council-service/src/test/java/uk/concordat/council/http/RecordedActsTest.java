package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Who has loaded a council's files is written down, with what was loaded; nothing of anybody in them is. */
@QuarkusTest
class RecordedActsTest extends OverHttp {

    private static final String COUNCIL = "recorded";
    private static final String AT_ONCE = "refused-at-once";

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
        assertThat(acts(COUNCIL))
                .extracting(act -> act.get("operator"), act -> act.get("act"), act -> act.get("about"))
                .containsExactly(
                        tuple("operator", "files-tried", files),
                        tuple("integration recorded.integration", "files-loaded", sent + "0 changes"),
                        tuple("operator", "files-loaded", sent + "0 changes"),
                        tuple("operator", "files-loaded", sent + events(COUNCIL) + " changes"));
    }

    @Test
    void of_two_at_once_that_do_not_fit_each_other_one_is_loaded_and_the_other_is_refused_and_both_are_written_down()
            throws Exception {
        CsvFiles bodies = CsvFiles.ofTheCityAs(AT_ONCE)
                .withoutLine("people", "coopted-voting,")
                .withoutLine("people", "coopted-nonvoting,")
                .withoutLine("people", "independent-1,")
                .withoutLine("people", "independent-2,")
                .withoutLine("people", "verderer-1,")
                .with("bodies", "body,name,kind,from,to\nstandards,Standards,standards,2000-01-01,\n");
        CsvFiles verderer = bodies.without("bodies")
                .plus("people", "verderer-1,Rowan,co-opted-non-voting,,2000-01-01,,,,epping-forest-and-commons");

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService operators = Executors.newFixedThreadPool(2);
                Connection holding = ServiceUnderTest.database()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table event in share mode");
            List<Future<Integer>> answers = Stream.of(bodies, verderer)
                    .map(files -> operators.submit(
                            () -> imported(files).extract().response().statusCode()))
                    .toList();
            // Both have been found to fit what is known, and wait to be written.
            eventually()
                    .until(() ->
                            ServiceUnderTest.count("pg_locks", "relation = 'event'::regclass and not granted") == 2);
            holding.rollback();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(acts(AT_ONCE)).extracting(act -> act.get("act")).containsExactly("files-refused", "files-loaded");
    }

    /** Once the service has heard of the council. */
    private static List<Map<String, String>> acts(String council) {
        eventually()
                .until(() ->
                        asOperator().get("/operations/{council}/acts", council).statusCode() == 200);
        return asOperator()
                .get("/operations/{council}/acts", council)
                .then()
                .extract()
                .path("items");
    }
}
