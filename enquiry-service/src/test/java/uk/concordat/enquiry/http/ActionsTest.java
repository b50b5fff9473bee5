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

    private static final List<String> STAGES = List.of("received", "acknowledged", "answered", "withdrawn");
    private static final List<String> READERS =
            List.of("member-red-1", "member-services", "officer-1", "manager-1", "director-1", "head-of-paid-service");
    private static final Map<String, String> BODIES = Map.of(
            "acknowledgement", "{\"text\":\"Seen.\"}",
            "response", "{\"text\":\"By Friday.\"}",
            "withdrawal", "{\"reason\":\"Mended.\"}");

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
        BODIES.forEach((act, body) -> {
            ServiceUnderTest.clock(CHRISTMAS_EVE);
            String id = inStage(stage);
            ServiceUnderTest.clock(then);
            Response seen = as(reader).get("/enquiries/{id}", id);
            assertThat(text(seen, "status")).isEqualTo(stage);
            JsonNode actions = Json.of(seen).get("actions");
            assertThat(Json.each(actions, "action")).containsExactly("acknowledgement", "response", "withdrawal");
            JsonNode said = actions.get(Json.each(actions, "action").indexOf(act));

            Response answer = act(reader, seen, act, body);

            if (said.get("allowed").asBoolean()) {
                assertThat(answer.statusCode())
                        .as("%s by %s: %s", act, reader, said)
                        .isEqualTo(200);
                assertThat(said.size()).as("allowed without ado").isEqualTo(2);
            } else {
                assertThat(answer.statusCode())
                        .as("%s by %s: %s", act, reader, said)
                        .isIn(403, 409, 422);
                JsonNode problem = Json.of(answer);
                assertThat(said.path("code")).isEqualTo(problem.path("code"));
                assertThat(said.path("why")).isEqualTo(problem.path("detail"));
                assertThat(said.path("rule")).isEqualTo(problem.path("rule"));
            }
        });
    }

    private static String inStage(String stage) {
        Response received = received();
        Response reached = switch (stage) {
            case "received" -> received;
            case "acknowledged" -> act("officer-1", received, "acknowledgement", letter("Seen."));
            case "answered" -> act("officer-1", received, "response", letter("By Friday."));
            case "withdrawn" -> act("member-red-1", received, "withdrawal", "{}");
            default -> throw new IllegalArgumentException(stage);
        };
        assertThat(reached.statusCode()).isLessThan(300);
        return id(reached);
    }
}
