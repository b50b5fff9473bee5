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

/** Asks each service, for each council that it knows, whether its events and views are what they must be. */
final class StackVerification {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofMinutes(10);

    /** What was found, in words, and whether that is nothing wrong. */
    record Result(String report, boolean sound) {}

    private final LocalStack stack;
    private final List<String> lines = new ArrayList<>();
    private boolean sound = true;

    private StackVerification(LocalStack stack) {
        this.stack = stack;
    }

    static Result of(LocalStack stack) {
        StackVerification verification = new StackVerification(stack);
        ServiceProcess.NAMES.forEach(verification::verify);
        if (verification.sound) {
            verification.lines.add("Nothing is wrong.");
        }
        return new Result(String.join(System.lineSeparator(), verification.lines), verification.sound);
    }

    private void verify(String service) {
        for (String council : stack.knownCouncils().heardOfBy(service.replace("-service", ""))) {
            JsonNode found = ask(stack.service(service).resolve("/operations/" + council + "/verification"));
            sound &= found.path("sound").asBoolean(false);
            found.path("stores").forEach(store -> tell(service, council, store));
        }
    }

    private void tell(String service, String council, JsonNode store) {
        lines.add("%-22s %-16s %s: %d streams, %d events"
                .formatted(
                        service,
                        council,
                        store.path("streamType").asText(),
                        store.path("streams").asLong(),
                        store.path("events").asLong()));
        store.path("views").forEach(view -> {
            long differing = view.path("differing").asLong();
            lines.add("  view %s: %d rows, %s"
                    .formatted(
                            view.path("view").asText(),
                            view.path("rows").asLong(),
                            differing == 0 ? "as their events make them" : differing + " DIFFER"));
            view.path("streams").forEach(stream -> lines.add("    " + stream.asText()));
        });
        store.path("faults")
                .forEach(fault -> lines.add("  FAULT %s, version %d of %s: %s"
                        .formatted(
                                fault.path("kind").asText(),
                                fault.path("version").asLong(),
                                fault.path("stream").asText(),
                                fault.path("what").asText())));
        long untold = store.path("faulty").asLong() - store.path("faults").size();
        if (untold > 0) {
            lines.add("  and %d more faults".formatted(untold));
        }
    }

    private JsonNode ask(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + stack.tokens().operator())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackFailure(
                        "%s answers %d. %s".formatted(address, answer.statusCode(), ProblemText.of(answer.body())));
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new StackFailure(address + " answers with something else than JSON", noJson);
        } catch (IOException failure) {
            throw new StackFailure("There is no answer from " + address, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + address, interrupted);
        }
    }
}
