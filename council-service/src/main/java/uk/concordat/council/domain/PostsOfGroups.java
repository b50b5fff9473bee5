package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.protocols.people.PersonId;

/**
 * The posts that a directory's groups are configured to stand for.
 *
 * @param keys of the posts, by the group's id
 */
public record PostsOfGroups(Map<UUID, String> keys) {

    public static final PostsOfGroups NONE = new PostsOfGroups(Map.of());

    public PostsOfGroups {
        keys = Map.copyOf(keys);
    }

    /**
     * Those that somebody holds today as the one member of the group. No other group says who holds its post: it may have
     * been there before it was configured, and no directory tells of it again for that.
     */
    public Set<String> given(CouncilState state, LocalDate today) {
        return keys.entrySet().stream()
                .filter(each -> state.provisioning()
                        .group(each.getKey())
                        .flatMap(DirectoryGroup::onlyMember)
                        .filter(member -> holds(member, each.getValue(), state, today))
                        .isPresent())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** Members of such a group who do not hold its post today. */
    Stream<PersonId> withoutPost(CouncilState state, LocalDate today) {
        return keys.entrySet().stream()
                .flatMap(each -> state.provisioning().group(each.getKey()).stream()
                        .flatMap(group -> group.members().stream())
                        .filter(member -> !holds(member, each.getValue(), state, today)));
    }

    private static boolean holds(PersonId person, String key, CouncilState state, LocalDate today) {
        Optional<Post> post = state.posts().find(key);
        return post.filter(known -> new HeldPost(known, today).isHeldBy(person)).isPresent();
    }
}
