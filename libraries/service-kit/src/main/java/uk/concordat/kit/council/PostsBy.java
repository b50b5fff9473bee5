package uk.concordat.kit.council;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** Posts by something that they say, each key's in the order of their ids. Immutable. */
final class PostsBy<K> {

    private final Function<PostDocument, Stream<K>> said;
    private final TreePMap<K, TreePMap<UUID, PostDocument>> posts;

    private PostsBy(Function<PostDocument, Stream<K>> said, TreePMap<K, TreePMap<UUID, PostDocument>> posts) {
        this.said = said;
        this.posts = posts;
    }

    static <K> PostsBy<K> none(Comparator<K> order, Function<PostDocument, Stream<K>> said) {
        return new PostsBy<>(said, TreePMap.empty(order));
    }

    /** With a post, in place of what it was before if it was known. */
    PostsBy<K> with(Optional<PostDocument> before, PostDocument post) {
        TreePMap<K, TreePMap<UUID, PostDocument>> all = posts;
        for (K key : before.stream().flatMap(said).distinct().toList()) {
            TreePMap<UUID, PostDocument> others = of(all, key).minus(post.id());
            all = others.isEmpty() ? all.minus(key) : all.plus(key, others);
        }
        for (K key : said.apply(post).distinct().toList()) {
            all = all.plus(key, of(all, key).plus(post.id(), post));
        }
        return new PostsBy<>(said, all);
    }

    Stream<PostDocument> of(K key) {
        return of(posts, key).values().stream();
    }

    private static <K> TreePMap<UUID, PostDocument> of(TreePMap<K, TreePMap<UUID, PostDocument>> posts, K key) {
        return Optional.ofNullable(posts.get(key)).orElseGet(InOrder::nothing);
    }
}
