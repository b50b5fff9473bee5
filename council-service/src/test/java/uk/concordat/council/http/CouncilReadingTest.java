package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.testing.Rule;

@QuarkusTest
class CouncilReadingTest extends OverHttp {

    @Test
    void people_read_their_own_councils_profile() {
        as(CITY, "member-lone")
                .get("/councils/city-of-london")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        "keySet()",
                        containsInAnyOrder("key", "name", "reference", "zone", "protocols", "calendar", "settings"))
                .body("key", equalTo(CITY))
                .body("name", equalTo("City of London Corporation"))
                .body("reference", equalTo("COL"))
                .body("zone", equalTo("Europe/London"))
                .body(
                        "protocols",
                        equalTo(List.of(Map.of("pack", CITY, "version", "2006-04-13.2", "from", "2000-01-01"))))
                .body("calendar", equalTo(Map.of("version", "1", "days", List.of())))
                .body(
                        "settings",
                        equalTo(Map.of("reminderWorkingDays", 1, "rungWorkingDays", 2, "followUpWorkingDays", 5)));
    }

    @Test
    @Rule({"COL-28", "COL-29"})
    void people_read_their_own_councils_protocol_with_the_rule_of_each_of_its_terms() {
        as(CITY, "member-lone")
                .get("/councils/city-of-london/protocol")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "pack", "version", "title", "council", "approved", "enquiries", "parameters"))
                .body("pack", equalTo(CITY))
                .body("version", equalTo("2006-04-13.2"))
                .body("title", equalTo("Protocol on Member / Officer Relations"))
                .body("council", equalTo(CITY))
                .body("approved", equalTo("2006-04-13"))
                .body(
                        "enquiries",
                        equalTo(Map.of(
                                "clocks",
                                List.of(
                                        clock("acknowledgement", 2, "COL-28", "ours"),
                                        clock("full-response", 10, "COL-29", "stated")),
                                "channels",
                                List.of("portal", "email", "letter", "telephone", "fax", "in-person"),
                                "channelsRule",
                                Map.of("rule", "COL-27", "paragraph", "7", "reading", "stated"),
                                "answerSettlesAcknowledgement",
                                Map.of("rule", "COL-31", "paragraph", "7", "reading", "ours"),
                                "unstated",
                                List.of(Map.of(
                                        "kind", "promised-response",
                                        "rule", "COL-31",
                                        "paragraph", "7",
                                        "reading", "ours")))));
    }

    private static Map<String, Object> clock(String kind, int workingDays, String rule, String reading) {
        return Map.of(
                "kind", kind,
                "policy", "working-days-from-receipt",
                "workingDays", workingDays,
                "rule", rule,
                "paragraph", "7",
                "reading", reading);
    }

    @Test
    @Rule({"COL-30", "HAR-36", "HAR-38"})
    void the_parameters_of_all_councils_are_the_same_rows_each_with_what_it_rests_on() {
        List<String> rows = parameters("city-of-london").getList("parameters.parameter");

        assertThat(rows)
                .isEqualTo(parameters("harlow").getList("parameters.parameter"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
        assertThat(row("city-of-london", "holding reply"))
                .isEqualTo(Map.of(
                        "parameter", "holding reply",
                        "value", "holding reply with reasons",
                        "source", "protocol",
                        "policy", "holding-reply-with-reasons",
                        "rule", "COL-30",
                        "paragraph", "7",
                        "reading", "ours"));
        assertThat(row("harlow", "holding reply"))
                .isEqualTo(Map.of("parameter", "holding reply", "value", "not in this protocol", "source", "none"));
        assertThat(row("harlow", "what an acknowledgement holds")).containsEntry("rule", "HAR-36");
        assertThat(row("city-of-london", "promised-response")).containsEntry("value", "none stated");
        assertThat(row("harlow", "from one rung of the ladder to the next"))
                .isEqualTo(Map.of(
                        "parameter", "from one rung of the ladder to the next",
                        "value", "3 working days",
                        "source", "local-setting"));
        assertThat(row("harlow", "a target of its own: full-response"))
                .isEqualTo(Map.of(
                        "parameter", "a target of its own: full-response",
                        "value", "not set",
                        "source", "local-target"));
        assertThat(row("harlow", "no mail is sent")).containsEntry("source", "local-setting");
    }

    @Test
    void as_plain_text_the_parameters_are_a_table_to_print() {
        String table = as("harlow", "member-lone")
                .accept("text/plain")
                .get("/councils/harlow/protocol")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();

        assertThat(table.lines().toList())
                .startsWith("Officer/Councillor Protocol (harlow 2024-01-01.2)", "")
                .anyMatch(
                        line -> line.matches("first-response +5 working days from receipt +HAR-35 +6.6 = 15.18 +ours"))
                .anyMatch(line -> line.matches("a reminder before a date +1 working day +local-setting"));
    }

    private JsonPath parameters(String council) {
        return as(council, "member-lone")
                .get("/councils/" + council + "/protocol")
                .jsonPath();
    }

    private Map<String, String> row(String council, String parameter) {
        return parameters(council).getMap("parameters.find { it.parameter == '" + parameter + "' }");
    }

    @Test
    void each_council_reads_the_protocol_that_it_has_adopted() {
        as("harlow", "member-lone")
                .get("/councils/harlow/protocol")
                .then()
                .statusCode(200)
                .body("pack", equalTo("harlow"))
                .body("version", equalTo("2024-01-01.2"))
                .body("council", equalTo("harlow"));
    }

    @Test
    void a_council_without_a_protocol_in_force_has_none_to_read() {
        imported(CsvFiles.ofTheCityAs("unadopted").replacing("council", "city-of-london,2006-04-13.2,", ",,"))
                .statusCode(200);
        eventually()
                .untilAsserted(() -> as("unadopted", "member-lone")
                        .get("/councils/unadopted")
                        .then()
                        .statusCode(200));

        as("unadopted", "member-lone")
                .get("/councils/unadopted/protocol")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"harlow", "unheard-of", "City-of-London", "%20", "x'--"})
    void another_council_is_told_of_no_more_than_one_that_does_not_exist(String council) {
        for (String path : new String[] {"/councils/{council}", "/councils/{council}/protocol"}) {
            as(CITY, "head-of-paid-service")
                    .get(path, council)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void without_a_token_or_as_an_operator_no_council_is_read() {
        given().get("/councils/city-of-london").then().statusCode(401);
        asOperator().get("/councils/city-of-london").then().statusCode(403);
    }

    @Test
    void what_is_imported_is_known_here_too() {
        imported(CsvFiles.ofTheCityAs("county")).statusCode(200);

        eventually()
                .untilAsserted(() -> as("county", "officer-1")
                        .get("/me")
                        .then()
                        .statusCode(200)
                        .body("council", equalTo("county"))
                        .body("name", equalTo("Daniel Ashcombe"))
                        .body("posts.post", contains("officer-1")));
        as("county", "officer-1").get("/councils/county").then().statusCode(200).body("key", equalTo("county"));
    }

    @Test
    void the_edge_is_described_as_openapi_and_health_is_told() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/imports",
                                "/councils/{council}",
                                "/councils/{council}/protocol",
                                "/councils/{council}/people",
                                "/councils/{council}/people/{username}",
                                "/councils/{council}/posts",
                                "/councils/{council}/posts/{post}",
                                "/councils/{council}/groups",
                                "/councils/{council}/groups/{key}",
                                "/councils/{council}/wards/{key}",
                                "/councils/{council}/bodies/{key}",
                                "/councils/{council}/elections",
                                "/me"))
                .body(
                        "components.schemas.Groups.properties.keySet()",
                        hasItems("on", "items", "next", "leaderOfTheOpposition"))
                .body("paths.'/imports'.post.responses.'413'.description", equalTo("More than 14 MiB"))
                .body("paths.'/imports'.post.requestBody.content.keySet()", hasItem("multipart/form-data"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("replica of council data"))
                .body("checks.status", not(hasItem("DOWN")));
    }
}
