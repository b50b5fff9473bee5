package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.concordat.council.domain.DirectoryGroup;
import uk.concordat.protocols.people.PersonId;

/** One of a directory's groups, as SCIM writes it. */
final class GroupDocument {

    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private GroupDocument() {}

    static DirectoryGroup read(UUID id, ObjectNode group) {
        Said.requireSchema(group, CORE);
        return DirectoryGroup.of(
                id,
                Said.line(group, "displayName")
                        .orElseThrow(() -> ScimType.INVALID_VALUE.fault("displayName is required.")),
                Said.reference(group, "externalId"),
                members(group.path("members")));
    }

    private static List<PersonId> members(JsonNode said) {
        if (Said.isNothing(said)) {
            return List.of();
        }
        if (!said.isArray()) {
            throw ScimType.INVALID_VALUE.fault("members is a list.");
        }
        List<PersonId> members = new ArrayList<>();
        said.forEach(each -> members.add(member(each)));
        return members;
    }

    private static PersonId member(JsonNode said) {
        if (said instanceof ObjectNode member) {
            return Said.reference(member, "value")
                    .flatMap(Users::id)
                    .orElseThrow(() -> ScimType.INVALID_VALUE.fault("members are users of the council, by their ids."));
        }
        throw ScimType.INVALID_VALUE.fault("members are objects, each with a value.");
    }

    static ObjectNode written(DirectoryGroup group) {
        ObjectNode written = ScimJson.object();
        written.putArray("schemas").add(CORE);
        group.externalId().ifPresent(id -> written.put("externalId", id));
        written.put("displayName", group.displayName());
        if (!group.members().isEmpty()) {
            ArrayNode members = written.putArray("members");
            group.members()
                    .forEach(member ->
                            members.addObject().put("value", member.value().toString()));
        }
        return written;
    }
}
