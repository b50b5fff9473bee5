package uk.concordat.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A service's problem+json as lines for a terminal. */
final class ProblemText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemText() {}

    /** The detail, then a line for each error; the body as it is if it is no problem. */
    static String of(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (!problem.isObject()) {
                return body;
            }
            List<String> lines = new ArrayList<>();
            lines.add(problem.path("detail").asText(problem.path("title").asText(body)));
            problem.path("errors").forEach(error -> lines.add("  " + line(error)));
            return String.join(System.lineSeparator(), lines);
        } catch (JsonProcessingException noJson) {
            return body;
        }
    }

    private static String line(JsonNode error) {
        return error.isValueNode()
                ? error.asText()
                : StreamSupport.stream(error.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
    }
}
