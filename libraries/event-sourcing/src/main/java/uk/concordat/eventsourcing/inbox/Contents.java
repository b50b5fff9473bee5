package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like: its size, and the names of its fields with what kind of value each holds. No value is shown,
 * since one from elsewhere, or a broken one, may hold anything.
 *
 * @param shape empty where it is no JSON, or too large to look at
 * @param problem what keeps it from being read as JSON
 */
public record Contents(int bytes, Optional<JsonNode> shape, Optional<String> problem) {

    private static final int DEEPEST = 8;
    private static final int MOST_FIELDS = 100;

    static Contents of(byte @Nullable [] value) {
        if (value == null) {
            return new Contents(0, Optional.empty(), Optional.of("there is no value"));
        }
        if (value.length > Reading.LARGEST_DATA) {
            return new Contents(value.length, Optional.empty(), Optional.of("too large to look at"));
        }
        try {
            return new Contents(value.length, Optional.of(shape(Reading.JSON.readTree(value), 0)), Optional.empty());
        } catch (JsonProcessingException broken) {
            @Nullable JsonLocation location = broken.getLocation();
            String where = location == null ? "" : " at byte " + location.getByteOffset();
            return new Contents(
                    value.length,
                    Optional.empty(),
                    Optional.of(broken.getClass().getSimpleName() + where));
        } catch (IOException broken) {
            return new Contents(
                    value.length,
                    Optional.empty(),
                    Optional.of(broken.getClass().getSimpleName()));
        }
    }

    private static JsonNode shape(JsonNode value, int depth) {
        if (depth < DEEPEST && value instanceof ObjectNode object) {
            ObjectNode shape = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .limit(MOST_FIELDS)
                    .forEach((Map.Entry<String, JsonNode> field) ->
                            shape.set(FieldName.shown(field.getKey()), shape(field.getValue(), depth + 1)));
            return shape;
        }
        if (depth < DEEPEST && value instanceof ArrayNode array && !array.isEmpty()) {
            ArrayNode shape = JsonNodeFactory.instance.arrayNode();
            shape.add(shape(array.get(0), depth + 1));
            return array.size() == 1 ? shape : shape.add("and %d more".formatted(array.size() - 1));
        }
        return TextNode.valueOf(value.isTextual() ? text(value.asText()) : name(value));
    }

    private static String name(JsonNode value) {
        return value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(String text) {
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return "uuid";
        }
        return isTime(text) ? "time" : "text of %d".formatted(text.length());
    }

    private static boolean isTime(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).getYear() >= 0
                    : OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
