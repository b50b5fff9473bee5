package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest extends OverHttp {

    @Test
    void the_story_is_told_oldest_first_with_who_did_what_and_in_whose_words() {
        Response received = received();
        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        Response answered = act("manager-1", acknowledged, "response", letter("By Friday."));

        Response history = as("member-red-1").get("/enquiries/{id}/history", id(received));

        history.then()
                .statusCode(200)
                .header("ETag", answered.header("ETag"))
                .header("Cache-Control", "no-store")
                .body("items.event", contains("received", "acknowledged", "answered"))
                .body("items.by.username", contains("member-services", "officer-1", "manager-1"))
                .body("items[0].at", equalTo("2026-12-24T09:15:00Z"))
                .body("items[0].text", equalTo("When will the lamps in Moor Lane be mended?"))
                .body("items[1].text", equalTo("Seen."))
                .body("items[2].text", equalTo("By Friday."))
                .body("items[0].deadlines", contains("acknowledgement", "full-response"))
                .body("items[1].deadlines", contains("acknowledgement"))
                .body("items[2].deadlines", contains("full-response"))
                .body("$", not(hasKey("next")));
        assertThat(Instant.parse(Json.of(history).at("/items/0/recordedAt").asText()))
                .isBetween(CHRISTMAS_EVE, CHRISTMAS_EVE.plusSeconds(60));
    }

    @Test
    void a_withdrawal_stands_in_the_story_with_its_reason_if_there_is_one() {
        Response withReason = received();
        act("member-red-1", withReason, "withdrawal", Map.of("reason", "Mended."));
        Response without = received();
        act("member-red-1", without, "withdrawal", "{}");

        as("member-red-1")
                .get("/enquiries/{id}/history", id(withReason))
                .then()
                .body("items[1].event", equalTo("withdrawn"))
                .body("items[1].text", equalTo("Mended."));
        as("member-red-1")
                .get("/enquiries/{id}/history", id(without))
                .then()
                .body("items[1].event", equalTo("withdrawn"))
                .body("items[1]", not(hasKey("text")));
    }
}
