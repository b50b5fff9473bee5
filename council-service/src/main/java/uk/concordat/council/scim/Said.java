package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import uk.concordat.council.imports.Cell;
import uk.concordat.kit.problem.StorableText;

/** Reads what a resource says, attribute by attribute, as text that may be shown and kept. */
final class Said {

    private Said() {}

    /** A line of text that people read. */
    static Optional<String> line(ObjectNode of, String attribute) {
        Optional<String> text = reference(of, attribute);
        text.ifPresent(value -> Cell.check(value, (problem, remedy) -> {
            throw ScimType.INVALID_VALUE.fault("%s %s. %s".formatted(attribute, problem, remedy));
        }));
        return text;
    }

    /** What only machines compare. */
    static Optional<String> reference(ObjectNode of, String attribute) {
        JsonNode value = of.path(attribute);
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ScimType.INVALID_VALUE.fault("%s is text.".formatted(attribute));
        }
        String text = value.textValue();
        if (text.length() > Cell.LONGEST
                || !StorableText.isStorable(text)
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ScimType.INVALID_VALUE.fault(
                    "%s is one line of at most %d characters.".formatted(attribute, Cell.LONGEST));
        }
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    /** Entra ID writes {@code "False"}. */
    static Optional<Boolean> yesOrNo(ObjectNode of, String attribute) {
        JsonNode value = of.path(attribute);
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return switch (value.asText().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw ScimType.INVALID_VALUE.fault("%s is true or false.".formatted(attribute));
        };
    }

    static Optional<ObjectNode> object(ObjectNode of, String attribute) {
        JsonNode value = of.path(attribute);
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        throw ScimType.INVALID_VALUE.fault("%s is an object.".formatted(attribute));
    }

    /** Whoever names schemas names that of what they send. */
    static void requireSchema(ObjectNode of, String schema) {
        JsonNode schemas = of.path("schemas");
        if (isNothing(schemas)) {
            return;
        }
        for (JsonNode each : schemas) {
            if (each.asText().equalsIgnoreCase(schema)) {
                return;
            }
        }
        throw ScimType.INVALID_VALUE.fault("schemas names %s.".formatted(schema));
    }

    /** Null and an empty list say the same as nothing (RFC 7643, 2.5). */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }
}
