package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.utils.JsonUtils;

/** The value of an operation in the form that its attribute has, whatever form a client gave it. */
final class UserValue {

    private UserValue() {}

    static JsonNode at(Path path, JsonNode said) {
        if (path.size() > 1) {
            return said;
        }
        if (UserAttribute.isAt(path, "emails")) {
            return path.getElement(0).getValueFilter() == null ? emails(said) : said;
        }
        JsonNode value = only(said);
        if (UserAttribute.isAt(path, "manager")) {
            return value.isTextual() ? valued(value) : value;
        }
        return isSimple(path) && value.has("value") ? value.get("value") : value;
    }

    private static boolean isSimple(Path path) {
        return !UserAttribute.isAt(path, "name");
    }

    /** Older clients write a list of one. */
    private static JsonNode only(JsonNode said) {
        return said.isArray() && said.size() == 1 ? said.get(0) : said;
    }

    private static JsonNode emails(JsonNode said) {
        if (said.isArray() || Said.isNothing(said)) {
            return said;
        }
        JsonNode email =
                said.isTextual() ? valued(said).put("type", UserDocument.WORK).put("primary", true) : said;
        return JsonUtils.getJsonNodeFactory().arrayNode().add(email);
    }

    private static ObjectNode valued(JsonNode text) {
        return ScimJson.object().put("value", text.textValue());
    }
}
