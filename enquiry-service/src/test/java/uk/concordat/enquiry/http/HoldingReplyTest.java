package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** The City's protocol knows a holding reply: it gives the reasons for a delay, and sets no date. */
@QuarkusTest
class HoldingReplyTest extends OverHttp {

    private static final Instant AFTER_THE_SECOND_DAY = Instant.parse("2026-12-31T00:00:00Z");
    private static final Instant AFTER_THE_TENTH_DAY = Instant.parse("2027-01-13T00:00:00Z");
    private static final Map<String, String> WITH_REASONS =
            Map.of("text", "It takes longer.", "reasons", "The contractor has not reported yet.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"It takes longer.\"}",
                "{\"text\":\"It takes longer.\",\"reasons\":null}",
                "{\"text\":\"It takes longer.\",\"reasons\":\"\"}",
                "{\"text\":\"It takes longer.\",\"reasons\":\" \\n\"}",
                "{\"text\":\"It takes longer.\",\"acknowledges\":true}"
            })
    @Rule("COL-30")
    void without_reasons_it_is_none_and_is_refused_with_its_paragraph(String body) {
        Response received = received();
        Stored before = Stored.now();

        Response refused = act("officer-1", received, "holding-reply", body);

        Problems.assertProblem(refused, 422, "holding-reply-without-reasons", "reasons");
        JsonNode problem = Json.of(refused);
        assertThat(problem.get("rule").asText()).isEqualTo("COL-30");
        assertThat(problem.get("council").asText()).isEqualTo("city-of-london");
        assertThat(problem.get("paragraph").asText()).isEqualTo("7");
        assertThat(problem.get("reading").asText()).isEqualTo("ours");
        before.assertUnchanged();
    }

    @Test
    @Rule({"COL-30", "COL-31"})
    void with_reasons_the_enquiry_is_held_and_its_dates_stand() {
        Response received = received();

        act("officer-1", received, "holding-reply", WITH_REASONS)
                .then()
                .statusCode(200)
                .body("status", equalTo("held"))
                .body("overdue", is(false))
                .body("deadlines.dueOn", contains("2026-12-30", "2027-01-12"))
                .body("deadlines.status", contains("open", "open"))
                .body("letters.kind", contains("holding-reply"))
                .body("letters[0].reasons", equalTo("The contractor has not reported yet."))
                .body("letters[0].by.username", equalTo("officer-1"));
        as("member-red-1")
                .get("/enquiries/{id}/history", id(received))
                .then()
                .body("items.event", contains("received", "holding-reply-sent"))
                .body("items[1].text", equalTo("It takes longer."))
                .body("items[1].reasons", equalTo("The contractor has not reported yet."));
    }

    @Test
    @Rule("COL-31")
    void once_the_tenth_day_has_gone_it_reads_held_and_overdue() {
        Response received = received();
        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        act("officer-1", acknowledged, "holding-reply", WITH_REASONS);

        ServiceUnderTest.clock(AFTER_THE_TENTH_DAY.minusSeconds(60));
        read("member-red-1", received).then().body("status", equalTo("held")).body("overdue", is(false));

        ServiceUnderTest.clock(AFTER_THE_TENTH_DAY);
        read("member-red-1", received)
                .then()
                .body("status", equalTo("held"))
                .body("overdue", is(true))
                .body("deadlines.dueOn", contains("2026-12-30", "2027-01-12"));
    }

    @Test
    @Rule("COL-31")
    void sent_first_it_is_not_the_acknowledgement() {
        Response held = act("officer-1", received(), "holding-reply", WITH_REASONS);

        ServiceUnderTest.clock(AFTER_THE_SECOND_DAY);
        read("member-red-1", held).then().body("overdue", is(true)).body("$", not(hasKey("acknowledgement")));
        act("officer-1", held, "acknowledgement", letter("Seen."))
                .then()
                .statusCode(200)
                .body("status", equalTo("held"))
                .body("deadlines.status", contains("met-late", "open"));
    }

    @Test
    @Rule("COL-31")
    void sent_first_it_is_the_acknowledgement_where_it_says_so() {
        Response held = act(
                "officer-1",
                received(),
                "holding-reply",
                Map.of("text", "Seen.", "reasons", "Illness.", "acknowledges", true));

        held.then().statusCode(200).body("status", equalTo("held")).body("deadlines.status", contains("met", "open"));
        Problems.assertProblem(act("officer-1", held, "acknowledgement", letter("Seen.")), 409, "already-acknowledged");
    }

    @Test
    @Rule("COL-30")
    void after_the_tenth_day_it_is_taken_and_the_breach_stands_before_it() {
        Response received = received();
        ServiceUnderTest.clock(AFTER_THE_TENTH_DAY);

        act("officer-1", received, "holding-reply", WITH_REASONS)
                .then()
                .statusCode(200)
                .body("status", equalTo("held"))
                .body("overdue", is(true))
                .body("deadlines.status", contains("missed", "missed"));

        assertThat(events(COUNCIL, "member-red-1", received))
                .containsExactly("received", "deadline-breached", "deadline-breached", "holding-reply-sent");
    }

    @Test
    @Rule("COL-30")
    void the_topic_is_told_that_it_was_sent_and_not_why() {
        Response received = received();
        act("officer-1", received, "holding-reply", WITH_REASONS);

        JsonNode told = Published.await(COUNCIL, id(received), "holding-reply-sent");

        assertThat(told.get("acknowledges").asBoolean()).isFalse();
        assertThat(told.get("deadlines").size()).isZero();
        assertThat(told.toString()).doesNotContain("contractor").doesNotContain("longer");
    }

    @Test
    void it_is_the_officers_to_send_and_not_the_members() {
        Problems.assertProblem(
                act("member-red-1", received(), "holding-reply", WITH_REASONS), 403, "not-yours-to-answer");
    }

    @Test
    void what_has_been_answered_is_held_no_more() {
        Response answered = act("officer-1", received(), "response", letter("Done."));

        Problems.assertProblem(act("officer-1", answered, "holding-reply", WITH_REASONS), 409, "already-answered");
    }

    @Test
    @Rule("COL-31")
    void the_citys_protocol_knows_no_promised_date() {
        Response received = received();

        Problems.assertProblem(
                act("officer-1", received, "acknowledgement", Map.of("text", "Seen.", "replyBy", "2027-01-08")),
                422,
                "reply-date-not-in-protocol");
        Response refused =
                act("officer-1", received, "timescale", Map.of("replyBy", "2027-01-08", "explanation", "Illness."));
        Problems.assertProblem(refused, 409, "protocol-knows-no-promise");
        refused.then().body("rule", equalTo("COL-31")).body("detail", containsString("promised"));
    }
}
