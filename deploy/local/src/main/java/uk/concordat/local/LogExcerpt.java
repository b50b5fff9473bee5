package uk.concordat.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The end of a log for a terminal: what went wrong and each of its causes, without their traces. */
final class LogExcerpt {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TROUBLE = Set.of("WARN", "ERROR", "FATAL");

    private LogExcerpt() {}

    /** Of a service's JSON lines only those that warn or tell of an error; other lines as they are. */
    static String of(List<String> lines) {
        List<String> excerpt = new ArrayList<>();
        lines.forEach(line -> excerpt.addAll(excerpt(line)));
        return String.join(System.lineSeparator(), excerpt.isEmpty() ? lines : excerpt);
    }

    private static List<String> excerpt(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            return record.path("level").isTextual() ? ofRecord(record) : List.of(line);
        } catch (JsonProcessingException noJson) {
            return List.of(line);
        }
    }

    private static List<String> ofRecord(JsonNode record) {
        String level = record.path("level").asText().toUpperCase(Locale.ROOT);
        if (!TROUBLE.contains(level)) {
            return List.of();
        }
        List<String> excerpt = new ArrayList<>();
        excerpt.add(level + " " + record.path("message").asText());
        JsonNode exception = record.path("exception");
        while (exception.isObject()) {
            exception
                    .path("message")
                    .asText(exception.path("exceptionType").asText())
                    .lines()
                    .map(each -> "  " + each)
                    .forEach(excerpt::add);
            exception = exception.path("causedBy").path("exception");
        }
        return excerpt;
    }
}
