package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static uk.concordat.council.http.ScimClient.body;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Where files and directory both speak of a person the configured master wins, and what is lost is told. */
@QuarkusTest
class PeopleMasterTest extends OverHttp {

    private static final String LED = "led-by-directory";
    private static final String BESIDE = "beside-directory";

    @BeforeEach
    void theCouncilsAreKnown() {
        known(LED);
        known(BESIDE);
    }

    private static String renamed(ScimClient directory, String userName, String name) {
        String id = directory
                .found("userName eq \"%s\"".formatted(userName))
                .extract()
                .path("Resources[0].id");
        directory
                .patch(
                        id,
                        "{\"Operations\":[{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"%s\"}]}"
                                .formatted(name))
                .statusCode(200);
        return id;
    }

    @Test
    void a_directory_that_is_the_master_changes_people_of_the_files_and_their_lines_lose() {
        String id = renamed(new ScimClient(LED), "officer-4", "Yusuf of the Directory");
        assertThat(told(LED, "person/" + id).getString("name")).isEqualTo("Yusuf of the Directory");
        long before = events(LED);

        imported(CsvFiles.ofTheCityAs(LED))
                .statusCode(200)
                .body("changes", equalTo(0))
                .body("lost", equalTo(List.of(Map.of("kind", "person", "key", "officer-4", "field", "name"))));

        assertThat(events(LED)).isEqualTo(before);
        losses(LED).body("items", empty());
    }

    @Test
    void files_that_are_the_master_stay_and_what_the_directory_loses_is_told_to_operators() {
        ScimClient directory = new ScimClient(BESIDE);
        String id = renamed(directory, "officer-4", "Yusuf of the Directory");

        directory.get(id).body("displayName", not(equalTo("Yusuf of the Directory")));
        losses(BESIDE).body("items.findAll { it.username == 'officer-4' }.field", contains("displayName"));
        imported(CsvFiles.ofTheCityAs(BESIDE))
                .statusCode(200)
                .body("changes", equalTo(0))
                .body("lost", empty());
        as(BESIDE, "officer-1")
                .get("/operations/{council}/provisioning-losses", BESIDE)
                .then()
                .statusCode(403);
    }

    /** Operators are told of councils that have come back from the topic. */
    private static ValidatableResponse losses(String council) {
        eventually()
                .until(() -> asOperator()
                                .get("/operations/{council}/provisioning-losses", council)
                                .statusCode()
                        == 200);
        return asOperator()
                .get("/operations/{council}/provisioning-losses", council)
                .then()
                .statusCode(200);
    }

    @Test
    void that_an_operator_has_read_of_people_is_written_down() {
        long before = readings();

        losses(BESIDE);

        assertThat(readings()).isGreaterThan(before);
    }

    private static long readings() {
        return ServiceUnderTest.count(
                "operator_act",
                "tenant = '%s' and operator = 'operator' and act = 'provisioning-losses-read' and about = 'people'"
                        .formatted(BESIDE));
    }

    @Test
    void whom_only_the_directory_has_named_it_feeds_whoever_is_the_master() {
        ScimClient directory = new ScimClient(BESIDE);
        String id =
                directory.created(body("entra/create", Map.of("userName", "fed@council.example", "externalId", "fed")));

        directory.patch(id, body("entra/disable")).statusCode(200).body("active", equalTo(false));

        losses(BESIDE).body("items.username", not(hasItem("fed@council.example")));
    }
}
