package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs tell what happened in which trace, and nothing of what people wrote or who they are. */
@QuarkusTest
class LogsTest extends OverHttp {

    private static final String WORDS = "quincunx";

    private final Captured captured = new Captured();
    private final Logger ours = Logger.getLogger("uk.concordat");
    private @Nullable Level before;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.FINEST);
        Logger.getLogger("").addHandler(captured);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(captured);
        ours.setLevel(before);
    }

    @Test
    void a_line_is_json_with_the_ids_of_its_trace() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Response created = as("member-services")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .body(logged())
                .post("/enquiries");
        String id = id(created);

        List<JsonNode> lines = captured.json().stream()
                .filter(line -> line.path("message").asText().contains(id))
                .toList();

        assertThat(lines).isNotEmpty();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
            assertThat(line.at("/mdc/spanId").asText()).matches("[0-9a-f]{16}");
            assertThat(line.at("/level").asText()).isEqualTo("INFO");
        });
    }

    @Test
    void no_line_holds_a_word_or_a_name_whatever_comes_of_a_request() throws InterruptedException {
        String body = Json.withText(Json.withText(logged(), "subject", WORDS), "text", WORDS);
        Response created = as("member-services")
                .header("Idempotency-Key", WORDS + UUID.randomUUID())
                .body(body)
                .post("/enquiries");
        created.then().statusCode(201);
        Stream.of(
                        Json.withText(body, "kind", WORDS),
                        Json.withText(body, WORDS, WORDS),
                        Json.withText(body, "addressee", WORDS),
                        Json.withText(body, "onBehalfOf", WORDS),
                        Json.withText(body, "receivedAt", WORDS),
                        Json.withText(body, "subject", WORDS.repeat(100)),
                        body.substring(0, body.length() / 2),
                        body + WORDS)
                .forEach(bad -> assertThat(as("member-services")
                                .header("Idempotency-Key", WORDS + UUID.randomUUID())
                                .body(bad)
                                .post("/enquiries")
                                .statusCode())
                        .isBetween(400, 422));
        as("member-services").get("/enquiries?after=" + WORDS).then().statusCode(400);
        as("member-services").get("/enquiries/" + WORDS).then().statusCode(404);
        as("member-services").header("Idempotency-Key", WORDS + " ").body(body).post("/" + WORDS);
        asBearer(WORDS).get("/enquiries").then().statusCode(401);
        as(WORDS).get("/enquiries").then().statusCode(403);
        as(WORDS, "member-red-1").get("/enquiries").then().statusCode(403);
        act("officer-1", created, "acknowledgement", "{\"%s\":1}".formatted(WORDS))
                .then()
                .statusCode(400);
        act("member-red-1", created, "response", letter(WORDS)).then().statusCode(403);
        Response acknowledged = act("officer-1", created, "acknowledgement", letter(WORDS));
        act("member-red-1", acknowledged, "withdrawal", Map.of("reason", WORDS))
                .then()
                .statusCode(200);
        act("officer-1", acknowledged, "response", letter(WORDS)).then().statusCode(412);

        raceForOneKey(body);

        assertThat(aRaceWasLost()).isTrue();
        assertThat(captured.text())
                .noneMatch(line -> line.contains(WORDS))
                .noneMatch(line -> line.contains("Amara") || line.contains("Whitlock") || line.contains("Ashcombe"))
                .noneMatch(line -> line.contains("Moor Lane") || line.contains("Beatrix"));
    }

    /** Many at once under one key until one of them has met another's row. */
    private void raceForOneKey(String body) throws InterruptedException {
        for (int i = 0; i < 100 && !aRaceWasLost(); i++) {
            String key = WORDS + UUID.randomUUID();
            CyclicBarrier together = new CyclicBarrier(8);
            try (var threads = Executors.newFixedThreadPool(8)) {
                threads.invokeAll(Collections.nCopies(8, () -> {
                    together.await();
                    return as("member-services")
                            .header("Idempotency-Key", key)
                            .body(body)
                            .post("/enquiries")
                            .statusCode();
                }));
            }
        }
    }

    private boolean aRaceWasLost() {
        return captured.text().anyMatch(line -> line.contains("A race was lost"));
    }

    /** All that is logged, as the service's console would write it. */
    private static final class Captured extends ExtHandler {

        private final Queue<ExtLogRecord> records = new ConcurrentLinkedQueue<>();
        private final JsonFormatter formatter = new JsonFormatter();

        @Override
        protected void doPublish(ExtLogRecord record) {
            record.copyAll();
            records.add(record);
        }

        Stream<String> text() {
            return records.stream().map(formatter::format);
        }

        List<JsonNode> json() {
            return text().map(Json::read).toList();
        }
    }
}
