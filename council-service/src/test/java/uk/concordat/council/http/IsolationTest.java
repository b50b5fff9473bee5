package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Isolation;
import uk.concordat.kit.testing.Repository;
import uk.concordat.kit.testing.ServiceUnderTest;

/**
 * Whatever paths and tables this service has, or will have: one council is shown nothing of another, which has one of each
 * thing that a path can name.
 */
@QuarkusTest
class IsolationTest extends OfCalendars {

    private static final String OTHER = "provisioned-beside";
    private static final ScimClient DIRECTORY_OF_THE_OTHER = new ScimClient(OTHER);
    private static final List<String> COMPOSITION =
            List.of("groups", "group-members", "wards", "ward-members", "bodies", "body-members", "elections");

    @BeforeEach
    void the_other_council_has_one_of_each_thing() {
        if (as(OTHER, CLERK)
                        .get("/councils/{council}/closures/2026-12-29", OTHER)
                        .statusCode()
                == 200) {
            return;
        }
        CsvFiles files = CsvFiles.ofTheCityAs(OTHER);
        for (String name : COMPOSITION) {
            files = files.with(name, composition(name));
        }
        imported(files).statusCode(200);
        eventually().until(() -> as(OTHER, CLERK).get("/me").statusCode() == 200);
        proclaim(OTHER, CLERK, day(JANUARY)).then().statusCode(201);
        posted(
                CLERK,
                "closures",
                Map.of("from", "2026-12-29", "to", "2026-12-31", "why", "Closed", "source", "Minute"));
        posted(
                "monitoring-officer",
                "protocols",
                Map.of(
                        "pack",
                        CITY,
                        "version",
                        Installation.NEXT_VERSION,
                        "from",
                        "2027-04-01",
                        "reason",
                        "Resolved."));
        DIRECTORY_OF_THE_OTHER
                .request()
                .body(
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Everybody beside\"}")
                .post("/scim/v2/Groups")
                .then()
                .statusCode(201);
        eventually()
                .untilAsserted(() -> assertThat(as(OTHER, CLERK)
                                .get("/councils/{council}/bodies/common-council", OTHER)
                                .statusCode())
                        .isEqualTo(200));
    }

    private static byte[] composition(String name) {
        try {
            return Files.readAllBytes(
                    Repository.root().resolve("deploy/local/councils/city-of-london/%s.csv".formatted(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void posted(String username, String what, Map<String, String> body) {
        as(OTHER, username)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/councils/{council}/{what}", OTHER, what)
                .then()
                .statusCode(201);
    }

    @Test
    void what_people_of_another_council_are_asked_for_is_there() {
        Isolation.findsAll(
                ServiceUnderTest.tokens().forPerson(OTHER, CLERK),
                IsolationTest::ofTheOther,
                path -> path.startsWith("/councils/"));
        Isolation.findsAll(
                ServiceUnderTest.tokens().forIntegration(OTHER, "people:provision"),
                IsolationTest::ofTheOther,
                path -> path.startsWith("/scim/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-of-paid-service", "member-services", "member-red-1"})
    void people_of_a_council_find_nothing_of_another_on_any_path(String username) {
        Isolation.findsNothing(ServiceUnderTest.tokens().forPerson(CITY, username), IsolationTest::ofTheOther);
    }

    @Test
    void an_integration_is_let_in_nowhere_but_where_its_scope_says() {
        Isolation.isLetInNowhereBut(
                Set.of("/imports"),
                ServiceUnderTest.tokens().forIntegration(OTHER, "people:import", "events:read"),
                parameter -> ofTheOther("", parameter));
    }

    @Test
    void a_directory_is_let_in_nowhere_but_under_scims_paths_and_finds_nothing_of_another_council_there() {
        known("provisioned");
        String token = ServiceUnderTest.tokens().forIntegration("provisioned", "people:provision");

        Isolation.isLetInNowhereBut(Isolation.pathsUnder("/scim/"), token, parameter -> ofTheOther("", parameter));
        Isolation.findsNothing(
                token,
                IsolationTest::ofTheOther,
                path -> path.startsWith("/scim/v2/Users/") || path.startsWith("/scim/v2/Groups/"));
    }

    @Test
    void a_query_without_its_where_returns_nothing_of_another_council() {
        Isolation.tablesShowTheirOwn("council", "event", "council_document", "seen_document");
    }

    private static String ofTheOther(String path, String parameter) {
        return switch (parameter) {
            case "council" -> OTHER;
            case "username" -> "officer-1";
            case "post" -> "officer-1";
            case "day" -> JANUARY;
            case "from" -> path.contains("/protocols/") ? "2027-04-01" : "2026-12-29";
            case "key" ->
                path.contains("/groups/") ? "red" : path.contains("/wards/") ? "aldersgate" : "common-council";
            case "id" -> path.contains("/Groups") ? scimId("/scim/v2/Groups") : scimId("/scim/v2/Users");
            case "schema" -> "urn:ietf:params:scim:schemas:core:2.0:User";
            case "type" -> "User";
            case "view" -> "council_document";
            default ->
                throw new IllegalArgumentException("Say here what {%s} of another council is".formatted(parameter));
        };
    }

    private static String scimId(String path) {
        return DIRECTORY_OF_THE_OTHER
                .request()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("Resources[0].id");
    }
}
