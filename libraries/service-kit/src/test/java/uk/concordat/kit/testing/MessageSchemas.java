package uk.concordat.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.store.StoredJson;

/**
 * The JSON Schemas of this service's messages. A reader must bear fields it does not know, so the schemas do not forbid
 * them; what this service itself sends has none that its schema does not declare.
 */
public final class MessageSchemas {

    private static final Path DIRECTORY = Path.of("src/main/resources/schemas");
    private static final ObjectMapper JSON = StoredJson.mapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** The types of messages that have a schema, by the names of the files. */
    public Set<String> types() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("uk.concordat."))
                    .map(name -> name.replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Data as the outbox writes it. */
    public static JsonNode written(Object data) {
        return JSON.valueToTree(data);
    }

    /** Every way in which a message departs from the schema of its type, and every field that the schema has not. */
    public List<String> faults(String type, JsonNode data) {
        List<String> faults = new ArrayList<>();
        registry.getSchema(SchemaLocation.of("classpath:schemas/" + type + ".json"))
                .validate(data)
                .forEach(error -> faults.add(error.toString()));
        undeclared(schema(type + ".json"), data, "", faults);
        return faults;
    }

    /** The schema itself. */
    public JsonNode schema(String file) {
        try {
            return JSON.readTree(Files.readString(DIRECTORY.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void undeclared(JsonNode schema, JsonNode data, String place, List<String> faults) {
        if (schema.has("$ref")) {
            undeclared(schema(schema.get("$ref").asText()), data, place, faults);
        } else if (data.isArray()) {
            data.forEach(item -> undeclared(schema.path("items"), item, place + "/-", faults));
        } else {
            data.properties().forEach(field -> {
                String there = place + "/" + field.getKey();
                JsonNode declared = schema.path("properties").path(field.getKey());
                if (declared.isMissingNode()) {
                    faults.add(there + " is not declared");
                } else {
                    undeclared(declared, field.getValue(), there, faults);
                }
            });
        }
    }
}
