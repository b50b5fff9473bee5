package uk.concordat.enquiry.http;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final String EVENT = "/enquiries/{id}/events/{event}";

    private String enquiry = "";
    private String event = "";

    @BeforeEach
    void the_other_council_has_an_enquiry() throws SQLException {
        enquiry = id(as(OTHER, "member-red-1").body(own()).post("/enquiries"));
        as(OTHER, "member-red-1").get("/enquiries/{id}", enquiry).then().statusCode(200);
        event = eventOf(enquiry);
        as(OTHER, "member-red-1")
                .get("/enquiries/{id}/events/{event}", enquiry, event)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-red-1", "officer-1", "head-of-paid-service"})
    void people_of_a_council_find_nothing_of_another_on_any_path(String username) {
        Isolation.findsNothing(ServiceUnderTest.tokens().forPerson(COUNCIL, username), this::ofTheOther);
    }

    @Test
    void an_integration_is_let_in_nowhere_but_where_its_scope_says() {
        Isolation.isLetInNowhereBut(
                Set.of(EVENT),
                ServiceUnderTest.tokens().forIntegration(OTHER, "people:import", "people:provision", "events:read"),
                this::ofTheOther);
    }

    @Test
    void an_integration_finds_nothing_of_another_council_there() {
        Isolation.findsNothing(
                ServiceUnderTest.tokens().forIntegration(COUNCIL, "events:read"), this::ofTheOther, EVENT::equals);
    }

    @Test
    void a_query_without_its_where_returns_nothing_of_another_council() {
        Isolation.tablesShowTheirOwn("enquiry", "event", "council_document", "visible_enquiry");
    }

    private static String eventOf(String enquiry) throws SQLException {
        try (Connection connection = ServiceUnderTest.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select event_id from event where stream_id = '%s'".formatted(enquiry))) {
            row.next();
            return row.getString("event_id");
        }
    }

    private String ofTheOther(String parameter) {
        return switch (parameter) {
            case "council" -> OTHER;
            case "id" -> enquiry;
            case "event" -> event;
            case "view" -> "visible_enquiry";
            default ->
                throw new IllegalArgumentException("Say here what {%s} of another council is".formatted(parameter));
        };
    }
}
