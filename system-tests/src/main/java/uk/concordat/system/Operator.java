package uk.concordat.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import uk.concordat.local.LocalStack;

/** Somebody who runs a council's system, and reads no case. Each try is one: what gets no answer is thrown. */
public record Operator(LocalStack stack, String council) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** An answer; its body is null where there is none. */
    public record Told(int status, JsonNode body) {}

    public Told get(String service, String what) throws IOException, InterruptedException {
        return send(request(service, what).GET());
    }

    public Told post(String service, String what, String body) throws IOException, InterruptedException {
        return send(request(service, what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String service, String what) {
        return HttpRequest.newBuilder(stack.service(service).resolve("/operations/" + council + "/" + what))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + stack.tokens().operator());
    }

    private static Told send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Told(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
    }
}
