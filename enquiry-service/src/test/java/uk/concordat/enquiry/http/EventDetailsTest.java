package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** Who has a message of the topic in hand, which says neither who nor what was written, asks for the rest. */
@QuarkusTest
class EventDetailsTest extends OverHttp {

    private String enquiry = "";
    private String event = "";

    @BeforeEach
    void a_message_tells_of_an_answer() {
        Response received = received();
        enquiry = id(received);
        act("officer-1", received, "response", letter("On Friday.")).then().statusCode(200);
        Topic.Lying message = Published.await(enquiry, "uk.concordat.enquiry.answered.v1", 2);
        assertThat(message.value()).doesNotContain("On Friday.");
        event = String.valueOf(message.headers().get("ce_id"));
    }

    @Test
    void an_integration_with_the_scope_reads_what_the_message_left_out_and_that_is_written_down() {
        readBy(integration("events:read"))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("event", equalTo("answered"))
                .body("text", equalTo("On Friday."))
                .body("by.username", equalTo("officer-1"));

        JsonNode written = Json.of(asOperator().get("/operations/{council}/acts?limit=1", COUNCIL))
                .at("/items/0");
        assertThat(written.get("operator").asText()).startsWith("integration ");
        assertThat(written.get("act").asText()).isEqualTo("event-read");
        assertThat(written.get("about").asText()).isEqualTo(enquiry + "/events/" + event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"people:import", "events:write", ""})
    void an_integration_without_the_scope_reads_nothing(String scope) {
        Problems.assertProblem(readBy(integration(scope)), 403, "no-person", "what its scopes say");
    }

    @Test
    void who_may_read_the_enquiry_may_read_its_events_and_to_all_others_there_are_none() {
        readBy(person("member-red-1")).then().statusCode(200).body("text", equalTo("On Friday."));
        readBy(person("manager-1")).then().statusCode(200);
        Problems.assertProblem(readBy(person("member-blue-1")), 404, "not-found");
        Problems.assertProblem(readBy(ServiceUnderTest.tokens().forPerson("harlow", "member-red-1")), 404, "not-found");
        Problems.assertProblem(readBy(ServiceUnderTest.tokens().operator()), 403, "no-council");
    }

    @ParameterizedTest
    @ValueSource(strings = {"018f0000-0000-7000-8000-000000000000", "2", "no-id"})
    void what_is_no_event_of_the_enquiry_is_not_there(String other) {
        event = other;

        Problems.assertProblem(readBy(integration("events:read")), 404, "not-found");
        Problems.assertProblem(readBy(person("member-red-1")), 404, "not-found");
    }

    private Response readBy(String token) {
        return asBearer(token).get("/enquiries/{id}/events/{event}", enquiry, event);
    }

    private static String integration(String scope) {
        return ServiceUnderTest.tokens().forIntegration(COUNCIL, scope);
    }

    private static String person(String username) {
        return ServiceUnderTest.tokens().forPerson(COUNCIL, username);
    }
}
