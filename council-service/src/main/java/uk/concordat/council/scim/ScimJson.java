package uk.concordat.council.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.UncheckedIOException;

/** SCIM's JSON: the names of attributes are the same in capitals and small letters (RFC 7643, 2.1). */
final class ScimJson {

    static final String MEDIA_TYPE = "application/scim+json";

    private ScimJson() {}

    static ObjectNode object() {
        return JsonUtils.getJsonNodeFactory().objectNode();
    }

    /** @throws uk.concordat.kit.problem.MalformedRequest if it is not an object */
    static ObjectNode read(byte[] body) {
        try {
            JsonNode read = JsonUtils.getObjectReader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw ScimType.INVALID_SYNTAX.fault("The body is a JSON object.");
        } catch (IOException broken) {
            throw ScimType.INVALID_SYNTAX.fault("The body is not JSON, or nests too deep.");
        }
    }

    static String written(Object resource) {
        try {
            return JsonUtils.getObjectWriter().writeValueAsString(resource);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
