package uk.concordat.protocols.pack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The shape of a pack, {@code pack.schema.json}. The schema's own descriptions say what was expected, so a fault reads
 * as the documentation does.
 */
final class PackSchema {

    private static final Schema SCHEMA = load();

    private PackSchema() {}

    /** Every way in which the tree departs from the schema; empty if it does not. */
    static List<Fault> faults(String file, JsonNode pack) {
        return SCHEMA.validate(pack).stream()
                .map(error -> fault(file, error))
                .distinct()
                .toList();
    }

    private static Fault fault(String file, Error error) {
        JsonPointer place = JsonPointer.compile(error.getInstanceLocation().toString());
        JsonPointer schemaPlace = placeInSchema(error);
        JsonNode rule = SCHEMA.getSchemaNode().at(schemaPlace);
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                new Fault(
                        file,
                        place.appendProperty(error.getProperty()).toString(),
                        "no such field; the fields here are "
                                + String.join(", ", new TreeSet<>(fieldsOf(rule.path("properties")))));
            case "required" ->
                new Fault(
                        file,
                        place.appendProperty(error.getProperty()).toString(),
                        describe(schemaPlace.appendProperty("properties").appendProperty(error.getProperty()))
                                + "; the field is missing");
            default ->
                new Fault(file, place.toString(), describe(schemaPlace) + "; found " + found(error.getInstanceNode()));
        };
    }

    /** Where the schema holds the part whose keyword failed. */
    private static JsonPointer placeInSchema(Error error) {
        return JsonPointer.compile(error.getSchemaLocation().getFragment().toString())
                .head();
    }

    /** The nearest description: a part of an alternative has none of its own. */
    private static String describe(JsonPointer place) {
        JsonNode description = SCHEMA.getSchemaNode().at(place).path("description");
        return description.isTextual() ? description.asText() : describe(place.head());
    }

    private static List<String> fieldsOf(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String found(JsonNode node) {
        if (node.isArray()) {
            return "a list";
        }
        return node.isObject() ? "fields" : node.toString();
    }

    private static Schema load() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (InputStream schema =
                Objects.requireNonNull(PackSchema.class.getResourceAsStream("pack.schema.json"), "pack.schema.json")) {
            return registry.getSchema(schema, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
