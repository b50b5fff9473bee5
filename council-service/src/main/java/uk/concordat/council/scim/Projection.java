package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/**
 * Which attributes of a resource are asked for (RFC 7644, 3.9).
 *
 * @param only empty where all are
 */
record Projection(List<String> only, List<String> without) {

    private static final Set<String> ALWAYS = Set.of("schemas", "id");

    static Projection of(@Nullable String attributes, @Nullable String excluded, String core) {
        return new Projection(names(attributes, core), names(excluded, core));
    }

    private static List<String> names(@Nullable String list, String core) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(name -> ScimPaths.withoutCore(name.strip(), core))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    ObjectNode of(ObjectNode resource) {
        if (!only.isEmpty()) {
            return chosen(resource);
        }
        without.stream()
                .filter(name -> ALWAYS.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> remove(name, resource));
        return resource;
    }

    private ObjectNode chosen(ObjectNode resource) {
        ObjectNode chosen = ScimJson.object();
        Stream.concat(ALWAYS.stream(), only.stream()).forEach(name -> {
            if (resource.has(name)) {
                chosen.set(name, resource.get(name));
            } else {
                part(name, resource, chosen);
            }
        });
        return chosen;
    }

    /** A part of an attribute, such as {@code name.familyName}; of several values, of each. */
    private static void part(String name, ObjectNode resource, ObjectNode into) {
        read(name)
                .forEach(path -> PatchOperations.scim(() -> {
                    if (!path.withoutFilters().equals(path) || !JsonUtils.pathExists(path, resource)) {
                        return;
                    }
                    Path whole = path.getSchemaUrn() == null ? path.subPath(1) : Path.root(path.getSchemaUrn());
                    String attribute =
                            path.getSchemaUrn() == null ? whole.getElement(0).getAttribute() : path.getSchemaUrn();
                    if (resource.path(attribute).isArray()) {
                        into.set(attribute, resource.get(attribute));
                    } else {
                        JsonUtils.replaceValue(path, into, JsonUtils.getValue(path, resource));
                    }
                }));
    }

    private static void remove(String name, ObjectNode resource) {
        if (resource.has(name)) {
            resource.remove(name);
        } else {
            read(name).forEach(path -> PatchOperations.scim(() -> JsonUtils.removeValues(path, resource)));
        }
    }

    /** A name that is no path is the name of nothing. */
    private static List<Path> read(String name) {
        try {
            return List.of(ScimPaths.read(name));
        } catch (MalformedRequest none) {
            return List.of();
        }
    }
}
