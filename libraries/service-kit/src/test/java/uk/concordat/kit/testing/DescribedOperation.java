package uk.concordat.kit.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.concordat.kit.authority.AuthorityLines;

/**
 * An operation that the running service describes in its own OpenAPI document. Tests that walk all of them ask a new one
 * too, without a word.
 */
public record DescribedOperation(
        String method, String path, List<String> authority, Set<String> contentTypes, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");

    /** All that the service describes. */
    public static List<DescribedOperation> all() {
        JsonNode document =
                read(given().accept("application/json").get("/q/openapi").asString());
        ExampleBodies examples = new ExampleBodies(document);
        List<DescribedOperation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            JsonNode content =
                                    operation.getValue().path("requestBody").path("content");
                            Set<String> types = Set.copyOf(names(content));
                            all.add(new DescribedOperation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    authority(operation.getValue()),
                                    types,
                                    examples.of(content.path("application/json"))));
                        }));
        return all;
    }

    /** The lines of the table of authority that it stands under. */
    private static List<String> authority(JsonNode operation) {
        return Stream.of(operation.path(AuthorityLines.EXTENSION).asText().split(" "))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** The names in braces. */
    public List<String> parameters() {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Sends it as somebody, with a body that can be read and conditions that can be met. */
    public Response asked(String token, UnaryOperator<String> parameters) {
        return asked(given().auth().oauth2(token), parameters);
    }

    /** The same, as whoever the request is of. */
    Response asked(RequestSpecification request, UnaryOperator<String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters().forEach(name -> values.put(name, parameters.apply(name)));
        if (contentTypes.contains("multipart/form-data")) {
            request.multiPart("any", "any.csv", "any".getBytes(StandardCharsets.UTF_8));
        } else if (!contentTypes.isEmpty()) {
            request.contentType(
                            contentTypes.contains("application/json")
                                    ? "application/json"
                                    : contentTypes.iterator().next())
                    .header("If-Match", "*")
                    .body(body);
        }
        return request.pathParams(values).request(method, path);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
