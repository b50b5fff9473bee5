package uk.concordat.enquiry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.StreamSupport;

/** Bodies that tests change before they send them. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    static ObjectNode object(String json) {
        return (ObjectNode) read(json);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static JsonNode of(Response answer) {
        return read(answer.asString());
    }

    /** The texts that a field has in each object of a list. */
    static List<String> each(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(object -> object.path(field).asText())
                .toList();
    }

    /** All that is not ASCII written as escapes, by which even what is no Unicode can be sent. */
    static String escaped(JsonNode json) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(json);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** The body with a field set to what is written as JSON, such as {@code "\"text\""}. */
    static String with(String body, String field, String value) {
        return object(body).set(field, read(value)).toString();
    }

    /** The body with a field set to a text. */
    static String withText(String body, String field, String text) {
        return object(body).put(field, text).toString();
    }

    static String without(String body, String field) {
        ObjectNode object = object(body);
        object.remove(field);
        return object.toString();
    }
}
