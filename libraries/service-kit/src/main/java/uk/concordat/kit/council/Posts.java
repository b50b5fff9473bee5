package uk.concordat.kit.council;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The posts of a council, found by id and key, by who has held them or stood in for their holders, by the post that they
 * report to, and by role. Immutable.
 */
final class Posts {

    private static final Posts NONE = new Posts(
            NamedDocuments.empty(PostDocument::id, PostDocument::key),
            PostsBy.none(
                    InOrder.BY_ID,
                    post -> Stream.concat(post.holders().stream(), post.deputies().stream())
                            .map(PostDocument.Holder::person)),
            PostsBy.none(InOrder.BY_ID, PostDocument::everyPostAbove),
            PostsBy.none(Comparator.<String>naturalOrder(), PostDocument::everyRole));

    private final NamedDocuments<PostDocument> all;
    private final PostsBy<UUID> byPerson;
    private final PostsBy<UUID> byPostAbove;
    private final PostsBy<String> byRole;

    private Posts(
            NamedDocuments<PostDocument> all,
            PostsBy<UUID> byPerson,
            PostsBy<UUID> byPostAbove,
            PostsBy<String> byRole) {
        this.all = all;
        this.byPerson = byPerson;
        this.byPostAbove = byPostAbove;
        this.byRole = byRole;
    }

    static Posts none() {
        return NONE;
    }

    static Posts of(Collection<PostDocument> documents) {
        Posts all = none();
        for (PostDocument document : documents) {
            all = all.with(document);
        }
        return all;
    }

    Posts with(PostDocument post) {
        Optional<PostDocument> before = all.find(post.id());
        return new Posts(
                all.with(post), byPerson.with(before, post), byPostAbove.with(before, post), byRole.with(before, post));
    }

    Optional<PostDocument> find(UUID id) {
        return all.find(id);
    }

    Optional<PostDocument> find(String key) {
        return all.find(key);
    }

    Stream<PostDocument> after(String key) {
        return all.after(key);
    }

    /** Those that a person has ever held, or stood in for the holder of. */
    Stream<PostDocument> of(UUID person) {
        return byPerson.of(person);
    }

    /** Those that have ever carried a role. */
    Stream<PostDocument> withRole(String role) {
        return byRole.of(role);
    }

    /** The posts above a post on a day, nearest first. A circle in the data ends the line instead of walking it for ever. */
    List<UUID> above(UUID post, LocalDate day) {
        List<UUID> line = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(Set.of(post));
        Optional<UUID> above = next(post, day);
        while (above.isPresent() && seen.add(above.get())) {
            line.add(above.get());
            above = next(above.get(), day);
        }
        return List.copyOf(line);
    }

    private Optional<UUID> next(UUID post, LocalDate day) {
        return find(post).flatMap(found -> found.asOf(day).reportsTo());
    }

    /** All posts that have a post in the line above them on a day. */
    Set<UUID> below(UUID top, LocalDate day) {
        Set<UUID> below = new HashSet<>();
        Deque<UUID> toLookUnder = new ArrayDeque<>(List.of(top));
        while (!toLookUnder.isEmpty()) {
            UUID above = toLookUnder.remove();
            byPostAbove
                    .of(above)
                    .filter(post ->
                            post.asOf(day).reportsTo().filter(above::equals).isPresent())
                    .map(PostDocument::id)
                    .filter(post -> !post.equals(top) && below.add(post))
                    .forEach(toLookUnder::add);
        }
        return below;
    }
}
