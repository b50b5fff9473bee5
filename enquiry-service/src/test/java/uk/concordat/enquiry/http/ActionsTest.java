package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What a case says the caller may do is what the act then answers: for every stage, reader and act. */
@QuarkusTest
class ActionsTest extends OverHttp {

    private static final List<String> STAGES =
            List.of("received", "acknowledged", "held", "promised", "answered", "closed", "withdrawn");
    private static final List<String> READERS =
            List.of("member-red-1", "member-services", "officer-1", "head-of-paid-service");

    static Stream<Arguments> stagesAndReaders() {
        return STAGES.stream().flatMap(stage -> READERS.stream().map(reader -> Arguments.of(stage, reader)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndReaders")
    void what_is_said_in_time_is_what_the_act_answers(String stage, String reader) {
        saidIsDone(stage, reader, CHRISTMAS_EVE);
    }

    @ParameterizedTest
    @MethodSource("stagesAndReaders")
    void what_is_said_when_all_is_late_is_what_the_act_answers(String stage, String reader) {
        saidIsDone(stage, reader, Instant.parse("2027-02-01T10:00:00Z"));
    }

    private static void saidIsDone(String stage, String reader, Instant then) {
        Response seen = inStage(stage, reader, then);
        for (String act : ACTS) {
            JsonNode actions = Json.of(seen).get("actions");
            assertThat(Json.each(actions, "action")).containsExactlyElementsOf(ACTS);
            JsonNode said = actions.get(ACTS.indexOf(act));

            Response answer = act(council(stage), reader, seen, act, Acts.body(act));

            if (said.get("allowed").asBoolean()) {
                assertThat(answer.statusCode())
                        .as("%s by %s: %s", act, reader, said)
                        .isEqualTo(200);
                assertThat(said.size()).as("allowed without ado").isEqualTo(2);
                seen = inStage(stage, reader, then);
            } else {
                assertThat(answer.statusCode())
                        .as("%s by %s: %s", act, reader, said)
                        .isIn(403, 409);
                JsonNode problem = Json.of(answer);
                assertThat(said.path("code")).isEqualTo(problem.path("code"));
                assertThat(said.path("why")).isEqualTo(problem.path("detail"));
                assertThat(said.path("rule")).isEqualTo(problem.path("rule"));
            }
        }
    }

    private static Response inStage(String stage, String reader, Instant then) {
        ServiceUnderTest.clock(CHRISTMAS_EVE);
        Response reached = inStage(stage);
        ServiceUnderTest.clock(then);
        Response seen = read(council(stage), reader, reached);
        assertThat(text(seen, "status")).isEqualTo(stage);
        return seen;
    }

    /** Promises are known in Harlow, all else in the City. */
    private static String council(String stage) {
        return stage.equals("promised") ? "harlow" : COUNCIL;
    }

    private static Response inStage(String stage) {
        String council = council(stage);
        Response received = as(council, "member-services")
                .body(Json.withText(logged(), "channel", "email"))
                .post("/enquiries");
        Response reached = switch (stage) {
            case "received" -> received;
            case "acknowledged" -> act("officer-1", received, "acknowledgement", letter("Seen."));
            case "held" -> act("officer-1", received, "holding-reply", Acts.body("holding-reply"));
            case "promised" ->
                act(
                        council,
                        "officer-1",
                        received,
                        "acknowledgement",
                        Map.of("text", "Seen.", "replyBy", "2027-01-15"));
            case "closed" -> act("officer-1", answered(received), "closure", "{}");
            case "answered" -> answered(received);
            case "withdrawn" -> act("member-red-1", received, "withdrawal", "{}");
            default -> throw new IllegalArgumentException(stage);
        };
        assertThat(reached.statusCode()).isLessThan(300);
        return reached;
    }

    private static Response answered(Response received) {
        return act("officer-1", received, "response", letter("By Friday."));
    }
}
