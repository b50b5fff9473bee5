package uk.concordat.enquiry.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Isolation;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whatever paths and tables this service has, or will have: one council is shown nothing of another. */
@QuarkusTest
class IsolationTest extends OverHttp {

    private static final String OTHER = "harlow";

    private String enquiry = "";

    @BeforeEach
    void the_other_council_has_an_enquiry() {
        enquiry = id(as(OTHER, "member-red-1").body(own()).post("/enquiries"));
        as(OTHER, "member-red-1").get("/enquiries/{id}", enquiry).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "officer-1", "head-of-paid-service"})
    void people_of_a_council_find_nothing_of_another_on_any_path(String username) {
        Isolation.findsNothing(ServiceUnderTest.tokens().forPerson(COUNCIL, username), this::ofTheOther);
    }

    @Test
    void an_integration_is_let_in_nowhere() {
        Isolation.isLetInNowhereBut(
                Set.of(),
                ServiceUnderTest.tokens().forIntegration(OTHER, "people:import", "people:provision", "events:read"),
                this::ofTheOther);
    }

    @Test
    void a_query_without_its_where_returns_nothing_of_another_council() {
        Isolation.tablesShowTheirOwn("enquiry", "event", "council_document", "visible_enquiry");
    }

    private String ofTheOther(String parameter) {
        return switch (parameter) {
            case "council" -> OTHER;
            case "id" -> enquiry;
            case "view" -> "visible_enquiry";
            default ->
                throw new IllegalArgumentException("Say here what {%s} of another council is".formatted(parameter));
        };
    }
}
