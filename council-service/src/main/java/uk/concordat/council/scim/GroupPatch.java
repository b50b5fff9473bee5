package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Set;

/** Changes a group as a PATCH says; its members as Entra ID and Okta name them. */
final class GroupPatch {

    private static final Set<String> KEPT = Set.of("displayName", "externalId", "members");
    private static final Set<String> READ_ONLY = Set.of("id", "meta");

    private GroupPatch() {}

    /** @return the group as changed */
    static ObjectNode applied(ObjectNode group, ObjectNode request) {
        ObjectNode changed = group.deepCopy();
        for (PatchOperations.Operation operation : PatchOperations.of(request)) {
            operation
                    .path()
                    .ifPresentOrElse(
                            path -> at(
                                    ScimPaths.read(ScimPaths.withoutCore(path, GroupDocument.CORE)),
                                    operation,
                                    changed),
                            () -> everywhere(operation, changed));
        }
        return changed;
    }

    /** Okta writes the id beside the new name. */
    private static void everywhere(PatchOperations.Operation operation, ObjectNode group) {
        operation.attributes().properties().stream()
                .filter(each -> KEPT.stream().anyMatch(each.getKey()::equalsIgnoreCase))
                .forEach(each -> at(Path.of(each.getKey()), operation.with(each.getValue()), group));
    }

    private static void at(Path path, PatchOperations.Operation operation, ObjectNode group) {
        if (READ_ONLY.stream().anyMatch(name -> UserAttribute.isAt(path, name))) {
            throw ScimType.MUTABILITY.fault("That attribute is the council's to say.");
        }
        boolean members = UserAttribute.isAt(path, "members");
        if (path.getSchemaUrn() != null
                || path.size() != 1
                || KEPT.stream().noneMatch(name -> UserAttribute.isAt(path, name))
                || path.getElement(0).getValueFilter() != null && !members) {
            throw ScimType.INVALID_PATH.fault("A group has no such attribute.");
        }
        if (operation.removes() && UserAttribute.isAt(path, "displayName")) {
            throw ScimType.MUTABILITY.fault("displayName is required.");
        }
        JsonNode value = members ? listed(operation.value()) : operation.value();
        PatchOperations.scim(() -> change(path, operation, value, group));
    }

    private static void change(Path path, PatchOperations.Operation operation, JsonNode value, ObjectNode group)
            throws ScimException {
        if (operation.removes()) {
            if (Said.isNothing(value)) {
                JsonUtils.removeValues(path, group);
            } else {
                remove(value, group);
            }
        } else if (operation.replaces()) {
            JsonUtils.replaceValue(path, group, value);
        } else if (!Said.isNothing(value)) {
            PatchOperation.add(path, value).apply(group);
        }
    }

    /** Entra ID names those who leave in the value. */
    private static void remove(JsonNode leaving, ObjectNode group) {
        if (group.path("members") instanceof ArrayNode members) {
            leaving.forEach(each -> members.removeIf(member -> member.path("value")
                    .asText()
                    .equalsIgnoreCase(each.path("value").asText())));
        }
    }

    private static JsonNode listed(JsonNode value) {
        return value.isObject() ? JsonUtils.getJsonNodeFactory().arrayNode().add(value) : value;
    }
}
