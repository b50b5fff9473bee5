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
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import uk.concordat.local.LocalStack;

/**
 * A council's portal: sends what people ask over REST, and repeats under the same Idempotency-Key what got no answer or
 * a 503, as a careful client does.
 */
public final class Portal {

    /** An answer. */
    public record Answer(
            int status, Optional<String> etag, Optional<String> location, Optional<String> retryAfter, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    /**
     * A command that can be sent again and is then the same.
     *
     * @param seen the ETag under which its sender saw the case, where that matters
     * @param key its Idempotency-Key
     */
    public record Request(
            String username, String service, String path, Optional<String> seen, String body, String key) {

        /** As it was; with a key of its own it is another request. */
        public Request withKey(String another) {
            return new Request(username, service, path, seen, body, another);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final LocalStack stack;
    private final String council;
    private final Duration timeout;

    public Portal(LocalStack stack, String council) {
        this(stack, council, Duration.ofSeconds(10));
    }

    /** @param timeout how long one try waits for its answer */
    public Portal(LocalStack stack, String council, Duration timeout) {
        this.stack = stack;
        this.council = council;
        this.timeout = timeout;
    }

    public LocalStack stack() {
        return stack;
    }

    public String council() {
        return council;
    }

    public Answer get(String username, String service, String path) {
        return answer("an answer from " + path, () -> look(username, service, path));
    }

    /** Sends a command once, with a key of its own. */
    public Answer post(String username, String path, Object body) {
        return post(username, "enquiry-service", path, Optional.empty(), body);
    }

    /** Changes what was seen as it was seen. */
    public Answer change(String username, Answer seen, String act, Object body) {
        return post(username, "enquiry-service", "/enquiries/" + seen.text("/id") + "/" + act, seen.etag(), body);
    }

    /** Sends a command to any service, of what was seen where that matters. */
    public Answer post(String username, String service, String path, Optional<String> seen, Object body) {
        Request request = request(username, service, path, seen, body);
        return answer("an answer from " + path, () -> once(request));
    }

    /** A command with a key of its own, not sent yet. */
    public Request request(String username, String service, String path, Optional<String> seen, Object body) {
        return new Request(
                username, service, path, seen, json(body), UUID.randomUUID().toString());
    }

    /** Sends a command once, to whichever replica is next. */
    public Answer once(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder command = to(request.username(), request.service(), request.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .POST(HttpRequest.BodyPublishers.ofString(request.body()));
        request.seen().ifPresent(etag -> command.header("If-Match", etag));
        return once(command.build());
    }

    /** What somebody sees, asked for once. */
    public Answer look(String username, String service, String path) throws IOException, InterruptedException {
        return once(to(username, service, path).GET().build());
    }

    private HttpRequest.Builder to(String username, String service, String path) {
        List<URI> replicas = stack.addresses(service);
        URI address = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + stack.tokens().forPerson(council, username));
    }

    private static Answer answer(String of, Callable<Answer> once) {
        return Awaitility.await(of)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(once, answer -> answer.status() != 503);
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Location"),
                response.headers().firstValue("Retry-After"),
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
    public Answer enquiry(String username, Answer seen) {
        return get(username, "enquiry-service", "/enquiries/" + seen.text("/id"));
    }

    /** Acts on an enquiry as it is now. */
    public Answer act(String username, Answer enquiry, String act, Object body) {
        return change(username, enquiry(username, enquiry), act, body);
    }

    /** Everything that a person has been told, oldest first. */
    public List<JsonNode> told(String username) {
        List<JsonNode> told = new ArrayList<>();
        get(username, "notification-service", "/notifications?limit=200")
                .body()
                .required("items")
                .forEach(told::addFirst);
        return told;
    }

    /** Everything that happened to an enquiry, oldest first. */
    public List<JsonNode> history(String username, Answer enquiry) {
        List<JsonNode> chapters = new ArrayList<>();
        get(username, "enquiry-service", "/enquiries/" + enquiry.text("/id") + "/history")
                .body()
                .required("items")
                .forEach(chapters::add);
        return chapters;
    }

    /** A member's own enquiry of an officer. */
    public static Map<String, Object> asked(String addressee, String channel) {
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
    public static Map<String, Object> telephoned(String subject, String text, String receivedAt) {
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

    public static Map<String, Object> letter(String text) {
        return Map.of("text", text);
    }
}
