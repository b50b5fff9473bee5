package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** The operations of a PATCH, as they are written. */
final class PatchOperations {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final int MOST = 1_000;

    private PatchOperations() {}

    /**
     * One of them.
     *
     * @param value missing where it says none
     */
    record Operation(PatchOpType type, Optional<String> path, JsonNode value) {

        boolean removes() {
            return type == PatchOpType.REMOVE;
        }

        boolean replaces() {
            return type == PatchOpType.REPLACE;
        }

        /** The same with another value. */
        Operation with(JsonNode other) {
            return new Operation(type, path, other);
        }

        /** What it says of several attributes. */
        ObjectNode attributes() {
            if (value instanceof ObjectNode object) {
                return object;
            }
            throw ScimType.INVALID_VALUE.fault("Without a path the value is an object of attributes.");
        }
    }

    static List<Operation> of(ObjectNode request) {
        Said.requireSchema(request, SCHEMA);
        JsonNode said = request.path("Operations");
        if (!said.isArray() || said.isEmpty()) {
            throw ScimType.INVALID_SYNTAX.fault("Operations is a list of at least one operation.");
        }
        if (said.size() > MOST) {
            throw ScimType.TOO_MANY.fault("At most %d operations are taken at once.".formatted(MOST));
        }
        List<Operation> operations = new ArrayList<>();
        said.forEach(each -> operations.add(operation(each)));
        return operations;
    }

    private static Operation operation(JsonNode said) {
        if (!(said instanceof ObjectNode operation)) {
            throw ScimType.INVALID_SYNTAX.fault("Each operation is an object.");
        }
        PatchOpType type = type(operation.path("op"));
        Optional<String> path = path(operation.path("path"));
        JsonNode value = operation.path("value");
        if (type == PatchOpType.REMOVE && path.isEmpty()) {
            throw ScimType.NO_TARGET.fault("A remove operation needs a path.");
        }
        if (type != PatchOpType.REMOVE && value.isMissingNode()) {
            throw ScimType.INVALID_VALUE.fault("An add or replace operation needs a value.");
        }
        return new Operation(type, path, value);
    }

    private static PatchOpType type(JsonNode op) {
        return switch (op.asText().toLowerCase(Locale.ROOT)) {
            case "add" -> PatchOpType.ADD;
            case "replace" -> PatchOpType.REPLACE;
            case "remove" -> PatchOpType.REMOVE;
            default -> throw ScimType.INVALID_SYNTAX.fault("op is add, replace or remove.");
        };
    }

    private static Optional<String> path(JsonNode path) {
        if (Said.isNothing(path)) {
            return Optional.empty();
        }
        if (!path.isTextual()) {
            throw ScimType.INVALID_PATH.fault("path is text.");
        }
        return Optional.of(path.textValue().strip()).filter(text -> !text.isEmpty());
    }

    /** Something that SCIM may refuse in its own words. */
    @FunctionalInterface
    interface Change {
        void make() throws ScimException;
    }

    static void scim(Change change) {
        try {
            change.make();
        } catch (ScimException refused) {
            throw fault(refused);
        } catch (IllegalArgumentException wrapped) {
            if (wrapped.getCause() instanceof ScimException refused) {
                throw fault(refused);
            }
            throw wrapped;
        }
    }

    private static MalformedRequest fault(ScimException refused) {
        Optional<String> type = Optional.ofNullable(refused.getScimError().getScimType());
        return new MalformedRequest(Problem.of(
                refused.getScimError().getStatus(),
                type.orElse("not-taken"),
                Optional.ofNullable(refused.getScimError().getDetail()).orElse("The operation cannot be done.")));
    }
}
