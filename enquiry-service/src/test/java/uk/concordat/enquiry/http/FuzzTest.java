package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent is taken or refused with a reason; never is it a fault of the service. */
@QuarkusTest
class FuzzTest extends OverHttp {

    private static final long SEED = 20_261_224;
    private static final int TIMES = 300;

    /** Acts whose bodies can hold more than they need. */
    private static final Map<String, String> FULL = Map.of(
            "holding-reply", "{\"text\":\"Words.\",\"reasons\":\"Illness.\",\"acknowledges\":true}",
            "assignment", "{\"officer\":\"officer-3\",\"reason\":\"Illness.\"}",
            "closure", "{\"reason\":\"All is said.\"}",
            "withdrawal", "{\"reason\":\"Mended.\"}");

    private final Random random = new Random(SEED);

    @Test
    void a_body_changed_at_random_is_taken_or_refused_with_a_problem() {
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            String body = changed(random.nextBoolean() ? own() : logged());
            String caller = random.nextInt(4) == 0 ? "member-red-1" : "member-services";

            Response answer = as(caller).body(body).post("/enquiries");

            if (answer.statusCode() == 201) {
                taken++;
            } else {
                assertThat(answer.statusCode()).as("number %d: %s", i, body).isBetween(400, 499);
                Problems.assertProblem(answer, answer.statusCode());
            }
        }
        // A fuzzer that never gets through, or always, tests nothing.
        assertThat(taken).isBetween(1, TIMES - 1);
    }

    @Test
    void an_acts_body_changed_at_random_is_taken_or_refused_with_a_problem() {
        int taken = 0;
        // What was refused has changed nothing, so it is still ready.
        Map<String, Acts.Ready> all = new HashMap<>();
        for (int i = 0; i < TIMES; i++) {
            Acts.Ready ready = all.computeIfAbsent(ACTS.get(i % ACTS.size()), Acts::ready);
            String body = changed(FULL.getOrDefault(ready.act(), Acts.body(ready.act())));

            Response answer = ready.send(body);

            if (answer.statusCode() == 200) {
                taken++;
                all.remove(ready.act());
            } else {
                assertThat(answer.statusCode())
                        .as("number %d: %s %s", i, ready.act(), body)
                        .isBetween(400, 499);
                Problems.assertProblem(answer, answer.statusCode());
            }
        }
        assertThat(taken).isBetween(1, TIMES - 1);
    }

    private String changed(String body) {
        ObjectNode object = Json.object(body);
        int changes = random.nextInt(3);
        for (int i = 0; i <= changes; i++) {
            change(object);
        }
        String text = random.nextBoolean() ? Json.escaped(object) : object.toString();
        return random.nextInt(8) == 0 ? torn(text) : text;
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (random.nextInt(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(words(), object.remove(name));
            case 2 -> object.put(name, random.nextInt());
            case 3 -> object.put(name, random.nextDouble() * 1e300);
            case 4 -> object.putNull(name);
            case 5 -> object.set(name, json.arrayNode().add(words()));
            case 6 -> object.set(name, json.objectNode().put(words(), random.nextLong()));
            case 7 -> object.put(name, random.nextBoolean());
            case 8 ->
                object.put(
                        "receivedAt",
                        Instant.ofEpochSecond(
                                        random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()))
                                .toString());
            default -> object.put(name, words());
        }
    }

    /** Random code points, lone surrogates and NUL among them. */
    private String words() {
        StringBuilder words = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> words.append((char) random.nextInt(0x10000));
                case 1 -> words.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> words.append((char) (' ' + random.nextInt(95)));
            }
        }
        return words.toString();
    }

    private String torn(String text) {
        int at = random.nextInt(text.length());
        return random.nextBoolean() ? text.substring(0, at) : text.substring(0, at) + words() + text.substring(at);
    }
}
