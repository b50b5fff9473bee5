package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The council of {@code docs/examples/ambleford}, added while the stack runs by what an operator has: a file in the directory of
 * packs, its CSV files over REST, and tokens of the launcher.
 */
final class SixthCouncil {

    static final String KEY = "ambleford";

    private static final Path EXAMPLE = Stacks.repository().resolve("docs/examples/" + KEY);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Launcher launcher;
    private final Map<String, String> tokens = new HashMap<>();

    SixthCouncil(Launcher launcher) {
        this.launcher = launcher;
    }

    /** Its pack and its files, as {@code cp} and {@code curl} send them. */
    void isAdded(Launcher.Up up) throws IOException, InterruptedException {
        putsItsPackThere(up);
        String boundary = "sixth-council";
        StringBuilder form = new StringBuilder();
        for (String part : List.of("council", "people", "posts", "holders")) {
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s.csv\"\r\n\r\n%s\r\n"
                    .formatted(boundary, part, part, Files.readString(EXAMPLE.resolve(part + ".csv"))));
        }
        HttpResponse<String> imported = http.send(
                as("operator", up.printed("council-service") + "/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(form + "--" + boundary + "--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
    }

    void putsItsPackThere(Launcher.Up up) throws IOException {
        Files.copy(EXAMPLE.resolve("pack.yaml"), pack(up));
    }

    void takesItsPackAway(Launcher.Up up) throws IOException {
        Files.delete(pack(up));
    }

    private static Path pack(Launcher.Up up) {
        return Path.of(up.printed("Packs")).resolve(KEY + ".yaml");
    }

    /** What a member asks, as the service answers once it has heard of the council. */
    JsonNode asks(Launcher.Up up) throws IOException, InterruptedException {
        await("a token of its people")
                .atMost(SOON)
                .until(() -> token("member-1").exit() == 0);
        HttpRequest enquiry = as("member-1", up.printed("enquiry-service") + "/enquiries")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Portal.asked("officer-1", "portal"))))
                .build();
        HttpResponse<String> received = await("an enquiry of its people")
                .atMost(SOON)
                .until(() -> http.send(enquiry, HttpResponse.BodyHandlers.ofString()), it -> it.statusCode() != 403);
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
        return JSON.readTree(received.body());
    }

    void acknowledges(Launcher.Up up, JsonNode enquiry) throws IOException, InterruptedException {
        String address = address(up, enquiry);
        HttpResponse<String> seen = http.send(as("officer-1", address).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> acknowledged = http.send(
                as("officer-1", address + "/acknowledgement")
                        .header("Content-Type", "application/json")
                        .header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", "We look."))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(acknowledged.statusCode()).as(acknowledged.body()).isEqualTo(200);
    }

    /** The types of what stands on its topic, once there are so many. */
    List<String> published(Launcher.Up up, int count) {
        return await("what its topic holds")
                .atMost(SOON)
                .until(
                        () ->
                                Published.on("concordat.%s.enquiries".formatted(KEY), up.printed("Kafka"))
                                        .events()
                                        .stream()
                                        .map(CloudEvent::getType)
                                        .toList(),
                        types -> types.size() >= count);
    }

    /** The status and the code of what a member is answered, or how the enquiry stands. */
    String shown(Launcher.Up up, JsonNode enquiry) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(as("member-1", address(up, enquiry)).build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = JSON.readTree(answer.body());
        return answer.statusCode() == 200
                ? body.required("status").asText()
                : body.required("status").asText() + " " + body.required("code").asText();
    }

    /** What somebody has been told of missed dates. */
    List<String> toldOfBreaches(Launcher.Up up, String person) throws IOException, InterruptedException {
        JsonNode told = get(person, up.printed("notification-service") + "/notifications");
        return StreamSupport.stream(told.required("items").spliterator(), false)
                .filter(each -> each.required("about").asText().equals("deadline-breached"))
                .map(each -> each.at("/case/reference").asText() + " "
                        + each.at("/deadline/kind").asText() + ": "
                        + each.required("text").asText())
                .toList();
    }

    Launcher.Ended token(String person) throws IOException, InterruptedException {
        return launcher.run("token", KEY + "." + person);
    }

    private static String address(Launcher.Up up, JsonNode enquiry) {
        return up.printed("enquiry-service") + "/enquiries/"
                + enquiry.required("id").asText();
    }

    private JsonNode get(String person, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(as(person, address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder as(String person, String address) throws IOException, InterruptedException {
        if (!tokens.containsKey(person)) {
            Launcher.Ended token = person.equals("operator") ? launcher.run("token", person) : token(person);
            assertThat(token.exit()).as(token.output()).isZero();
            tokens.put(person, token.output());
        }
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + tokens.get(person));
    }
}
