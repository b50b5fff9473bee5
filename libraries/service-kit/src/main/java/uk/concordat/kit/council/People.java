package uk.concordat.kit.council;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** The people of a council, by id and username. Few of them are or were elected members, who are kept apart too. Immutable. */
final class People {

    private static final People NOBODY =
            new People(NamedDocuments.empty(PersonDocument::id, PersonDocument::username), InOrder.nothing());

    private final NamedDocuments<PersonDocument> all;
    private final TreePMap<UUID, PersonDocument> elected;

    private People(NamedDocuments<PersonDocument> all, TreePMap<UUID, PersonDocument> elected) {
        this.all = all;
        this.elected = elected;
    }

    static People nobody() {
        return NOBODY;
    }

    static People of(Collection<PersonDocument> documents) {
        People all = nobody();
        for (PersonDocument document : documents) {
            all = all.with(document);
        }
        return all;
    }

    People with(PersonDocument person) {
        return new People(
                all.with(person),
                isEverElected(person) ? elected.plus(person.id(), person) : elected.minus(person.id()));
    }

    private static boolean isEverElected(PersonDocument person) {
        return person.kind() == PersonKind.MEMBER
                || person.earlier().stream().anyMatch(was -> was.kind() == PersonKind.MEMBER);
    }

    Optional<PersonDocument> find(UUID id) {
        return all.find(id);
    }

    Optional<PersonDocument> find(String username) {
        return all.find(username);
    }

    Stream<PersonDocument> after(String username) {
        return all.after(username);
    }

    Stream<PersonDocument> elected() {
        return elected.values().stream();
    }
}
