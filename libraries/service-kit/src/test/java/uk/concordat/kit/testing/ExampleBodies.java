package uk.concordat.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies that an OpenAPI document allows: the examples it gives, or else whatever its schemas say. */
final class ExampleBodies {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    ExampleBodies(JsonNode document) {
        this.document = document;
    }

    /** A body of a media type of a request. */
    String of(JsonNode mediaType) {
        if (mediaType.has("example")) {
            return written(mediaType.get("example"));
        }
        return mediaType.path("examples").properties().stream()
                .findFirst()
                .map(example -> written(resolved(example.getValue()).path("value")))
                .orElseGet(() -> value(mediaType.path("schema")).toString());
    }

    private static String written(JsonNode example) {
        return example.isTextual() ? example.textValue() : example.toString();
    }

    private JsonNode value(JsonNode described) {
        JsonNode schema = resolved(described);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        JsonNode types = schema.path("type");
        String type = types.isArray() ? types.get(0).asText() : types.asText();
        return switch (type) {
            case "boolean" -> NODES.booleanNode(true);
            case "integer", "number" -> NODES.numberNode(1);
            case "array" -> NODES.arrayNode();
            case "string" -> NODES.textNode(text(schema.path("format").asText()));
            default -> object(schema);
        };
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), value(field.getValue())));
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2027-01-05";
            case "date-time" -> "2026-12-24T09:15:00Z";
            case "uuid" -> "0193f5a0-0000-7000-8000-000000000000";
            default -> "any";
        };
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
