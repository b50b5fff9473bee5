package uk.concordat.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import uk.concordat.local.LocalStack;

/**
 * A council's portal: sends what people ask over REST, and repeats under the same Idempotency-Key what got no answer or
 * a 503, as a careful client does.
 */
final class Portal {

    /** An answer. */
    record Answer(int status, Optional<String> etag, Optional<String> location, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final LocalStack stack;
    private final String council;

    Portal(LocalStack stack, String council) {
        this.stack = stack;
        this.council = council;
    }

    Answer get(String username, String service, String path) {
        return send(request(username, service, path).GET());
    }

    /** Sends a command once, with a key of its own. */
    Answer post(String username, String path, Object body) {
        return post(username, "enquiry-service", path, Optional.empty(), body);
    }

    /** Changes what was seen as it was seen. */
    Answer change(String username, Answer seen, String act, Object body) {
        return post(username, "enquiry-service", "/enquiries/" + seen.text("/id") + "/" + act, seen.etag(), body);
    }

    /** Sends a command to any service, of what was seen where that matters. */
    Answer post(String username, String service, String path, Optional<String> seen, Object body) {
        HttpRequest.Builder request = request(username, service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json(body)));
        seen.ifPresent(etag -> request.header("If-Match", etag));
        return send(request);
    }

    private HttpRequest.Builder request(String username, String service, String path) {
        URI address = stack.service(service).resolve(path);
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + stack.tokens().forPerson(council, username));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest repeatable = request.build();
        return Awaitility.await("an answer from " + repeatable.uri())
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> once(repeatable), answer -> answer.status() != 503);
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Location"),
                JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** An enquiry as it is now. */
    Answer enquiry(String username, Answer seen) {
        return get(username, "enquiry-service", "/enquiries/" + seen.text("/id"));
    }

    /** Acts on an enquiry as it is now. */
    Answer act(String username, Answer enquiry, String act, Object body) {
        return change(username, enquiry(username, enquiry), act, body);
    }

    /** Everything that a person has been told, oldest first. */
    List<JsonNode> told(String username) {
        List<JsonNode> told = new ArrayList<>();
        get(username, "notification-service", "/notifications?limit=200")
                .body()
                .required("items")
                .forEach(told::addFirst);
        return told;
    }

    /** Everything that happened to an enquiry, oldest first. */
    List<JsonNode> history(String username, Answer enquiry) {
        List<JsonNode> chapters = new ArrayList<>();
        get(username, "enquiry-service", "/enquiries/" + enquiry.text("/id") + "/history")
                .body()
                .required("items")
                .forEach(chapters::add);
        return chapters;
    }

    /** A member's own enquiry of an officer. */
    static Map<String, Object> asked(String addressee, String channel) {
        return Map.of(
                "kind", "question",
                "subject", "Lanterns",
                "text", "When will the lanterns be mended?",
                "factual", true,
                "capacity", "ward",
                "channel", channel,
                "addressee", addressee);
    }

    /** An enquiry that member-services takes by telephone for a member. */
    static Map<String, Object> telephoned(String subject, String text, String receivedAt) {
        return Map.of(
                "kind", "question",
                "subject", subject,
                "text", text,
                "factual", true,
                "capacity", "ward",
                "channel", "telephone",
                "addressee", "officer-1",
                "onBehalfOf", "member-red-1",
                "receivedAt", receivedAt);
    }

    static Map<String, Object> letter(String text) {
        return Map.of("text", text);
    }
}
