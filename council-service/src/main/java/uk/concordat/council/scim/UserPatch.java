package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Map;
import java.util.Optional;
import uk.concordat.kit.problem.MalformedRequest;

/**
 * Changes a user as a PATCH says (RFC 7644, 3.5.2), with what Entra ID and Okta make of that: operations in capitals,
 * attributes by dotted names in a value without a path, a manager who is a bare id.
 */
final class UserPatch {

    private final ObjectNode user;

    private UserPatch(ObjectNode user) {
        this.user = user;
    }

    /** @return the user as changed */
    static ObjectNode applied(ObjectNode user, ObjectNode request) {
        UserPatch patch = new UserPatch(user.deepCopy());
        PatchOperations.of(request).forEach(patch::apply);
        return patch.user;
    }

    private void apply(PatchOperations.Operation operation) {
        operation.path().ifPresentOrElse(path -> at(path, operation), () -> everywhere(operation));
    }

    /** Of what a value without a path says, what the council does not take is passed over. */
    private void everywhere(PatchOperations.Operation operation) {
        ObjectNode values = operation.attributes();
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            if (isExtension(each.getKey()) && each.getValue() instanceof ObjectNode extension) {
                extension
                        .properties()
                        .forEach(part ->
                                pass(UserDocument.ENTERPRISE + ":" + part.getKey(), operation.with(part.getValue())));
            } else {
                pass(each.getKey(), operation.with(each.getValue()));
            }
        }
    }

    private void pass(String attribute, PatchOperations.Operation operation) {
        if (attributeAt(attribute).filter(kind -> kind == UserAttribute.KEPT).isPresent()) {
            at(attribute, operation);
        }
    }

    private static Optional<UserAttribute> attributeAt(String attribute) {
        try {
            return known(ScimPaths.read(ScimPaths.withoutCore(attribute, UserDocument.CORE)));
        } catch (MalformedRequest unreadable) {
            // As any name that is nobody's attribute.
            return Optional.empty();
        }
    }

    private static Optional<UserAttribute> known(Path path) {
        return path.getSchemaUrn() == null || isExtension(path.getSchemaUrn())
                ? UserAttribute.at(path)
                : Optional.empty();
    }

    private static boolean isExtension(String urn) {
        return urn.equalsIgnoreCase(UserDocument.ENTERPRISE) || urn.equalsIgnoreCase(UserDocument.ENTERPRISE + ":");
    }

    private void at(String said, PatchOperations.Operation operation) {
        if (isExtension(said)) {
            extension(operation);
            return;
        }
        Path path = ScimPaths.read(ScimPaths.withoutCore(said, UserDocument.CORE));
        switch (known(path).orElseThrow(() -> ScimType.INVALID_PATH.fault("A user has no such attribute."))) {
            case KEPT -> change(path, operation);
            case NOT_KEPT -> {
                // It is the client's, and no fault (RFC 7644, 3.5.2).
            }
            case READ_ONLY -> throw ScimType.MUTABILITY.fault("That attribute is the council's to say.");
        }
    }

    private void extension(PatchOperations.Operation operation) {
        if (operation.removes()) {
            user.remove(UserDocument.ENTERPRISE);
        } else {
            ObjectNode values = ScimJson.object();
            values.set(UserDocument.ENTERPRISE, operation.attributes());
            everywhere(operation.with(values));
        }
    }

    private void change(Path path, PatchOperations.Operation operation) {
        if (operation.removes()) {
            remove(path);
            return;
        }
        JsonNode value = UserValue.at(path, operation.value());
        if (Said.isNothing(value) || value.isObject() && value.isEmpty()) {
            if (operation.replaces()) {
                remove(path);
            }
            return;
        }
        PatchOperations.scim(() -> {
            if (operation.replaces() || JsonUtils.pathExists(filtered(path), user) && hasFilter(path)) {
                JsonUtils.replaceValue(path, user, value);
            } else {
                com.unboundid.scim2.common.messages.PatchOperation.add(path, value)
                        .apply(user);
            }
        });
    }

    private void remove(Path path) {
        if (UserAttribute.isAt(path, "userName")) {
            throw ScimType.MUTABILITY.fault("userName is required.");
        }
        PatchOperations.scim(() -> JsonUtils.removeValues(path, user));
    }

    private static boolean hasFilter(Path path) {
        return path.getElement(0).getValueFilter() != null;
    }

    /** The values that the filter chooses, whichever part of them is meant. */
    private static Path filtered(Path path) {
        return path.size() > 1 ? path.subPath(1) : path;
    }
}
