package uk.concordat.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What this service's {@code asyncapi.yaml} says of its topics. */
public final class AsyncApi {

    private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");

    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    public static AsyncApi read() {
        try {
            return new AsyncApi(new YAMLMapper().readTree(Files.readString(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String version() {
        return document.path("asyncapi").asText();
    }

    /** The topics that this service sends to, each with the types of its messages. */
    public Map<String, Set<String>> sends() {
        return channels("send");
    }

    /** The topics that this service reads, each with the types of messages that it acts on. */
    public Map<String, Set<String>> receives() {
        return channels("receive");
    }

    private Map<String, Set<String>> channels(String action) {
        Map<String, Set<String>> topics = new TreeMap<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                JsonNode channel = at(operation.path("channel"));
                Set<String> types = new TreeSet<>();
                channel.path("messages").properties().forEach(message -> types.add(message.getKey()));
                topics.put(channel.required("address").asText(), types);
            }
        }
        return topics;
    }

    /** The file that describes a message of this service, relative to the document; empty where another service's does. */
    public String schemaOf(String type) {
        for (JsonNode channel : document.path("channels")) {
            JsonNode message = channel.path("messages").path(type);
            if (!message.isMissingNode()) {
                return message.path("payload").path("schema").path("$ref").asText();
            }
        }
        throw new IllegalArgumentException("No channel has a message " + type);
    }

    private JsonNode at(JsonNode reference) {
        return document.at(reference.required("$ref").asText().substring(1));
    }
}
