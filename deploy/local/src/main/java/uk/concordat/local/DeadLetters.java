package uk.concordat.local;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The records that wait in the services of a running stack, and what an operator does about them. */
public final class DeadLetters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String LINE = "%-36s  %-20s  %-16s  %-6s  %-6s  %s";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Tokens tokens;
    private final Function<String, URI> address;
    private final Set<String> councils;

    /**
     * @param address where a service listens, such as {@code enquiry-service}
     * @param councils whose records they are
     */
    public DeadLetters(Tokens tokens, Function<String, URI> address, Set<String> councils) {
        this.tokens = tokens;
        this.address = address;
        this.councils = councils;
    }

    /** A service, and what it does for one council's operators. */
    private record Desk(String service, String council) {

        String path() {
            return "/operations/%s/dead-letters".formatted(council);
        }
    }

    /** What waits, of all services and councils, a line each. */
    public String table() {
        List<String> lines = new ArrayList<>();
        for (Desk desk : desks()) {
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                JsonNode page = json(get(desk, "?limit=200" + after.get()).body());
                page.path("items").forEach(waits -> lines.add(line(desk, waits)));
                after = Optional.of(page.path("next").asText(""))
                        .filter(next -> !next.isEmpty())
                        .map(next -> "&after=" + next);
            }
        }
        if (lines.isEmpty()) {
            return "Nothing waits.";
        }
        lines.addFirst(LINE.formatted("id", "service", "council", "kind", "behind", "what, and why it waits"));
        return String.join(System.lineSeparator(), lines);
    }

    /** Has one tried again, and says what came of it. */
    public String replay(UUID id) {
        JsonNode settled = json(post(holding(id), id + "/replay", "").body());
        return settled.path("outcome").asText().equals("taken-in")
                ? "Taken in, with what waited behind it."
                : "It waits (%s): %s"
                        .formatted(
                                settled.path("kind").asText(),
                                settled.path("cause").asText());
    }

    /** Leaves one aside for good. */
    public String discard(UUID id, String reason) {
        String body = JSON.valueToTree(Map.of("reason", reason)).toString();
        post(holding(id), id + "/discard", body);
        return "Discarded. What waited behind it goes on.";
    }

    private static String line(Desk desk, JsonNode waits) {
        return LINE.formatted(
                waits.path("id").asText(),
                desk.service(),
                desk.council(),
                waits.path("kind").asText(),
                waits.path("behind").asText(),
                "%s %s of %s: %s"
                        .formatted(
                                waits.path("type").asText("no type"),
                                waits.path("sequence").asText(),
                                waits.path("subject").asText(),
                                waits.path("cause").asText()));
    }

    private Desk holding(UUID id) {
        return desks().stream()
                .filter(desk -> get(desk, "/" + id).statusCode() == 200)
                .findFirst()
                .orElseThrow(() -> new StackFailure("No record waits under " + id));
    }

    /** A service has a desk for each council that it knows. */
    private List<Desk> desks() {
        return ServiceProcess.NAMES.stream()
                .flatMap(service -> councils.stream().map(council -> new Desk(service, council)))
                .filter(this::isKnown)
                .toList();
    }

    /** That nothing waits is not said of a service that cannot tell. */
    private boolean isKnown(Desk desk) {
        HttpResponse<String> answer = get(desk, "?limit=1");
        return switch (answer.statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new StackFailure("%s says: %s".formatted(desk.service(), ProblemText.of(answer.body())));
        };
    }

    private HttpResponse<String> get(Desk desk, String what) {
        return send(request(desk, what).GET().build());
    }

    private HttpResponse<String> post(Desk desk, String what, String body) {
        HttpResponse<String> answer = send(request(desk, "/" + what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new StackFailure(ProblemText.of(answer.body()));
        }
        return answer;
    }

    private HttpRequest.Builder request(Desk desk, String what) {
        return HttpRequest.newBuilder(address.apply(desk.service()).resolve(desk.path() + what))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + tokens.operator());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new StackFailure("There is no answer from " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + request.uri(), interrupted);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new StackFailure("A service's answer is no JSON", unreadable);
        }
    }
}
