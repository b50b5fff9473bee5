package uk.concordat.system.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.concordat.local.LocalStack;

/** A council's portal as it sends what people ask: over connections that are kept, with a token that lasts, each command under a key. */
final class Portal {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final LocalStack stack;
    private final String council;

    Portal(LocalStack stack, String council) {
        this.stack = stack;
        this.council = council;
    }

    HttpResponse<String> get(String person, String service, String path) {
        return send(request(person, service, path).GET());
    }

    HttpResponse<String> post(String person, String service, String path, Optional<String> seen, String json) {
        HttpRequest.Builder request = request(person, service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json));
        seen.ifPresent(etag -> request.header("If-Match", etag));
        return send(request);
    }

    /** An operator loads a council's files. */
    HttpResponse<String> load(CouncilFiles files) {
        return send(HttpRequest.newBuilder(stack.service("council-service").resolve("/imports"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.tokens().operator())
                .header("Content-Type", CouncilFiles.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(files.form())));
    }

    private HttpRequest.Builder request(String person, String service, String path) {
        String token = tokens.computeIfAbsent(person, name -> stack.tokens().forPerson(council, name));
        return HttpRequest.newBuilder(stack.service(service).resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new BenchFailure("There was no answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while waiting for an answer", interrupted);
        }
    }

    /** The answer itself if it is what was expected. */
    static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new BenchFailure(
                    "%s answered %d, not %d: %s".formatted(answer.uri(), answer.statusCode(), status, answer.body()));
        }
        return answer;
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new BenchFailure("No ETag from " + answer.uri()));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new BenchFailure("No Location from " + answer.uri()));
    }

    /** The body of an enquiry of a member's own. */
    static String question(String addressee) {
        return """
                {"kind":"question","subject":"Lanterns","text":"When will the lanterns in Moor Lane be mended?",
                 "factual":true,"capacity":"ward","channel":"portal","addressee":"%s"}""".formatted(addressee);
    }
}
