package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** A resource's version: another where the resource is, whoever has changed it. */
final class ResourceVersion {

    private static final int LENGTH = 20;

    private ResourceVersion() {}

    static String of(ObjectNode resource) {
        String hash = CommandRequest.hash(ScimJson.written(resource).getBytes(StandardCharsets.UTF_8));
        return "W/\"%s\"".formatted(hash.substring(0, LENGTH));
    }

    /** The version that a resource is shown with. */
    static String shown(ObjectNode resource) {
        return resource.path("meta").path("version").asText();
    }

    static EntityTag tag(ObjectNode resource) {
        return new EntityTag(shown(resource).replaceAll("^W/|\"", ""), true);
    }

    /**
     * @param accepted those that the client has seen
     * @throws MalformedRequest as a 412 if it is not one of those
     */
    static void require(List<String> accepted, ObjectNode resource) {
        if (accepted.contains("*")) {
            return;
        }
        Optional<String> same = accepted.stream()
                .filter(tag -> weak(tag).equals(weak(shown(resource))))
                .findFirst();
        if (same.isEmpty()) {
            throw new MalformedRequest(Problem.of(
                    Response.Status.PRECONDITION_FAILED.getStatusCode(),
                    "if-match-stale",
                    "The resource has changed since you saw it."));
        }
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
