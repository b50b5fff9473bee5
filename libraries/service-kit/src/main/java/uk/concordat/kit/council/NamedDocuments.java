package uk.concordat.kit.council;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * Documents by their id and by the name that they go by. Immutable: one that has another document too shares nearly all
 * with the one that has not, so that a change costs no copy of all.
 */
final class NamedDocuments<D> {

    private record Name(String name, UUID id) {}

    private static final Comparator<Name> BY_NAME =
            Comparator.comparing(Name::name).thenComparing(Name::id, InOrder.BY_ID);

    private final Function<D, UUID> idOf;
    private final Function<D, String> nameOf;
    private final TreePMap<UUID, D> byId;
    private final TreePMap<Name, D> byName;

    private NamedDocuments(
            Function<D, UUID> idOf, Function<D, String> nameOf, TreePMap<UUID, D> byId, TreePMap<Name, D> byName) {
        this.idOf = idOf;
        this.nameOf = nameOf;
        this.byId = byId;
        this.byName = byName;
    }

    static <D> NamedDocuments<D> empty(Function<D, UUID> idOf, Function<D, String> nameOf) {
        return new NamedDocuments<>(idOf, nameOf, InOrder.nothing(), TreePMap.empty(BY_NAME));
    }

    /** With this document, in place of the one of its id if there is one. */
    NamedDocuments<D> with(D document) {
        UUID id = idOf.apply(document);
        TreePMap<Name, D> others =
                find(id).map(before -> byName.minus(name(before))).orElse(byName);
        return new NamedDocuments<>(idOf, nameOf, byId.plus(id, document), others.plus(name(document), document));
    }

    private Name name(D document) {
        return new Name(nameOf.apply(document), idOf.apply(document));
    }

    Optional<D> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Of several that go by one name, while not all is told of who has taken it over from whom, the last by id. */
    Optional<D> find(String name) {
        return Optional.ofNullable(byName.floorEntry(new Name(name, InOrder.LAST)))
                .filter(found -> found.getKey().name().equals(name))
                .map(Map.Entry::getValue);
    }

    /** In the order of their names, from the first after one on. */
    Stream<D> after(String name) {
        return byName.tailMap(new Name(name, InOrder.LAST), false).values().stream();
    }
}
