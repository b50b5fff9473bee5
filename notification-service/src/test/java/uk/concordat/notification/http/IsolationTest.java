package uk.concordat.notification.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Isolation;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whatever paths and tables this service has, or will have: one council is shown nothing of another. */
@QuarkusTest
class IsolationTest extends OverHttp {

    /** Of the same name in both councils, and told nothing by other tests. */
    private static final String TOLD = "chair-standards";

    private String notification = "";

    @BeforeEach
    void somebody_of_the_other_council_has_been_told_something() {
        Enquiry enquiry = enquiry(HARLOW, TOLD)
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.of("breached").told(TOLD, "responsible-officer"));
        eventually().until(() -> !told(HARLOW, TOLD, enquiry).isEmpty());
        Map<String, Object> told = told(HARLOW, TOLD, enquiry).getFirst();
        notification = (String) told.getOrDefault("id", "");
        as(HARLOW, TOLD).post("/notifications/{id}/read", notification).then().statusCode(200);
    }

    @Test
    void people_of_a_council_find_nothing_of_another_on_any_path() {
        Isolation.findsNothing(ServiceUnderTest.tokens().forPerson(CITY, TOLD), this::ofTheOther);
    }

    @Test
    void an_integration_is_let_in_nowhere() {
        Isolation.isLetInNowhereBut(
                Set.of(),
                ServiceUnderTest.tokens().forIntegration(HARLOW, "people:import", "people:provision", "events:read"),
                this::ofTheOther);
    }

    @Test
    void a_query_without_its_where_returns_nothing_of_another_council() {
        Isolation.tablesShowTheirOwn("notification", "event", "council_document", "deadline_watch", "notification");
    }

    private String ofTheOther(String parameter) {
        return switch (parameter) {
            case "council" -> HARLOW;
            case "id" -> notification;
            case "view" -> "any";
            default ->
                throw new IllegalArgumentException("Say here what {%s} of another council is".formatted(parameter));
        };
    }
}
