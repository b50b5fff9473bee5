package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        Stream.concat(ALWAYS.stream(), only.stream())
                .forEach(name -> copy(resource.has(name) ? List.of(name) : parts(name), resource, chosen));
        return chosen;
    }

    /** As in {@code name.familyName}, from the schema down. */
    private static List<String> parts(String name) {
        return read(name).stream()
                .filter(path -> path.withoutFilters().equals(path))
                .flatMap(path -> Stream.concat(
                        Stream.ofNullable(path.getSchemaUrn()),
                        StreamSupport.stream(path.spliterator(), false).map(Path.Element::getAttribute)))
                .toList();
    }

    /** Under the names that they have here, whatever letters the client writes them in; of several values, of each all. */
    private static void copy(List<String> parts, ObjectNode from, ObjectNode into) {
        if (parts.isEmpty()) {
            return;
        }
        List<String> inside = parts.subList(1, parts.size());
        from.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(parts.getFirst()))
                .forEach(each -> {
                    if (inside.isEmpty() || each.getValue().isArray()) {
                        into.set(each.getKey(), each.getValue());
                    } else if (each.getValue() instanceof ObjectNode whole) {
                        ObjectNode chosen =
                                into.get(each.getKey()) instanceof ObjectNode known ? known : ScimJson.object();
                        copy(inside, whole, chosen);
                        if (!chosen.isEmpty()) {
                            into.set(each.getKey(), chosen);
                        }
                    }
                });
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
