package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** A date that stays unmet climbs the reporting line rung by rung; the history says who was told, and who passed over. */
@QuarkusTest
class LadderTest extends OverHttp {

    @Test
    @Rule("COL-28")
    void each_rung_tells_the_next_above_and_nobody_twice() {
        Response received = overdue("officer-1");

        climb(received, 0);
        climb(received, 1);
        climb(received, 2);

        List<JsonNode> breaches = awaitBreaches(received, 3);
        assertThat(told(breaches.get(0))).containsExactly("officer-1 responsible-officer", "manager-1 line-manager");
        assertThat(told(breaches.get(1))).containsExactly("director-1 director");
        assertThat(told(breaches.get(2))).containsExactly("head-of-paid-service head-of-paid-service");
        assertThat(rungs(breaches)).containsExactly(0, 1, 2);
        assertThat(breaches).noneMatch(breach -> breach.has("passedOver"));
    }

    @Test
    @Rule("COL-28")
    void a_vacant_post_is_passed_over_at_once_and_the_history_says_so() {
        Response received = overdue("officer-3");

        climb(received, 0);
        climb(received, 1);

        List<JsonNode> breaches = awaitBreaches(received, 2);
        assertThat(told(breaches.get(0))).containsExactly("officer-3 responsible-officer", "director-1 director");
        JsonNode passedOver = breaches.get(0).get("passedOver");
        assertThat(Json.each(passedOver, "post")).containsExactly("manager-3");
        assertThat(Json.each(passedOver, "why")).containsExactly("vacant");
        assertThat(told(breaches.get(1))).containsExactly("head-of-paid-service head-of-paid-service");
    }

    @Test
    void where_the_line_has_ended_nobody_is_told_and_no_more_is_climbed() {
        Response received = overdue("officer-3");

        climb(received, 0);
        climb(received, 1);
        climb(received, 2);

        List<JsonNode> breaches = awaitBreaches(received, 3);
        assertThat(breaches.get(2).has("told")).isFalse();
        assertThat(climbs(received)).containsExactly(true, false, false);
    }

    @Test
    void what_was_answered_in_between_is_spared_and_nobody_further_is_told() {
        Response received = overdue("officer-1");
        climb(received, 0);
        awaitBreaches(received, 1);
        act("officer-1", read("officer-1", received), "response", letter("Here."))
                .then()
                .statusCode(200);

        climb(received, 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(events(COUNCIL, "member-services", received))
                        .containsExactly("received", "deadline-breached", "answered", "deadline-spared"));
    }

    @Test
    void who_stands_on_a_rung_is_asked_when_it_is_climbed() {
        Response received = overdue("officer-1");
        climb(received, 0);
        awaitBreaches(received, 1);
        act("manager-1", read("manager-1", received), "assignment", "{\"officer\":\"officer-2\"}");

        climb(received, 1);

        List<JsonNode> breaches = awaitBreaches(received, 2);
        assertThat(told(breaches.get(1))).containsExactly("director-2 director");
    }

    /** Received for an officer of the cast, and past its second working day. */
    private static Response overdue(String officer) {
        Response received = as("member-services")
                .body(Json.withText(logged(), "addressee", officer))
                .post("/enquiries");
        received.then().statusCode(201);
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));
        return received;
    }

    private static void climb(Response received, int rung) {
        String deadline = Json.of(received).at("/deadlines/0/id").asText();
        new LapseReport(COUNCIL, id(received), deadline, 1, rung).send();
    }

    private static List<JsonNode> awaitBreaches(Response received, int many) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> breaches(received), breaches -> breaches.size() == many);
    }

    private static List<JsonNode> breaches(Response received) {
        JsonNode history = history(COUNCIL, "member-services", received);
        return StreamSupport.stream(history.spliterator(), false)
                .filter(chapter -> chapter.get("event").asText().equals("deadline-breached"))
                .toList();
    }

    private static List<Integer> rungs(List<JsonNode> breaches) {
        return breaches.stream().map(breach -> breach.get("rung").asInt()).toList();
    }

    private static List<String> told(JsonNode breach) {
        return StreamSupport.stream(breach.get("told").spliterator(), false)
                .map(told -> told.at("/person/username").asText() + " "
                        + told.get("toldAs").asText())
                .toList();
    }

    private static List<Boolean> climbs(Response received) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Published.of(COUNCIL, id(received), "deadline-breached").size() == 3);
        return Published.of(COUNCIL, id(received), "deadline-breached").stream()
                .map(message -> message.at("/deadlines/0/climbs").asBoolean())
                .toList();
    }
}
