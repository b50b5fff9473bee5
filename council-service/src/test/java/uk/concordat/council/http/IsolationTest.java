package uk.concordat.council.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Isolation;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whatever paths and tables this service has, or will have: one council is shown nothing of another. */
@QuarkusTest
class IsolationTest extends OverHttp {

    private static final String OTHER = "harlow";

    @ParameterizedTest
    @ValueSource(strings = {"head-of-paid-service", "member-services", "member-red-1"})
    void people_of_a_council_find_nothing_of_another_on_any_path(String username) {
        as(OTHER, username).get("/councils/{council}", OTHER).then().statusCode(200);

        Isolation.findsNothing(ServiceUnderTest.tokens().forPerson(CITY, username), IsolationTest::ofTheOther);
    }

    @Test
    void an_integration_is_let_in_nowhere_but_where_its_scope_says() {
        Isolation.isLetInNowhereBut(
                Set.of("/imports"),
                ServiceUnderTest.tokens().forIntegration(OTHER, "people:import", "events:read"),
                IsolationTest::ofTheOther);
    }

    @Test
    void a_directory_is_let_in_nowhere_but_under_scims_paths_and_finds_nothing_of_another_council_there() {
        ScimClient other = new ScimClient("provisioned-beside");
        known(other.council());
        String id = other.found("userName eq \"officer-1\"").extract().path("Resources[0].id");
        known("provisioned");
        String token = ServiceUnderTest.tokens().forIntegration("provisioned", "people:provision");

        Isolation.isLetInNowhereBut(Isolation.pathsUnder("/scim/"), token, IsolationTest::ofTheOther);
        Isolation.findsNothing(token, _ -> id, path -> path.startsWith("/scim/"));
    }

    @Test
    void a_query_without_its_where_returns_nothing_of_another_council() {
        Isolation.tablesShowTheirOwn("council", "event", "council_document", "seen_document");
    }

    private static String ofTheOther(String parameter) {
        return switch (parameter) {
            case "council" -> OTHER;
            case "day", "from" -> "2027-01-04";
            default -> "0193f5a0-0000-7000-8000-000000000000";
        };
    }
}
