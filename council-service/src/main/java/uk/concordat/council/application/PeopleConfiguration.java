package uk.concordat.council.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.DirectoryGroup;
import uk.concordat.council.domain.PeopleMaster;
import uk.concordat.council.domain.PostsOfGroups;

/** Who speaks of a council's people. */
@ConfigMapping(prefix = "concordat.people")
public interface PeopleConfiguration {

    /** Whose word counts where files and directory both speak of a person. */
    @WithDefault("csv")
    PeopleMaster master();

    /** Likewise of single councils, by their keys. */
    Map<String, PeopleMaster> masters();

    /** What somebody is of whom the directory does not say it. */
    @WithDefault("officer")
    @WithConverter(KindOfDirectory.class)
    String kind();

    /** Of a council by its key, the keys of the posts that its directory's groups stand for, by displayName or externalId. */
    Map<String, Map<String, String>> posts();

    default PeopleMaster masterOf(String council) {
        return masters().getOrDefault(council, master());
    }

    /** The key of the post that one of a council's directory's groups stands for. */
    default Optional<String> postOf(String council, DirectoryGroup group) {
        Map<String, String> posts = Optional.ofNullable(posts().get(council)).orElse(Map.of());
        return group.externalId()
                .flatMap(id -> Optional.ofNullable(posts.get(id)))
                .or(() -> Optional.ofNullable(posts.get(group.displayName())));
    }

    /** Likewise of all that there are. */
    default PostsOfGroups postsOfGroups(String council, CouncilState known) {
        Map<UUID, String> posts = new HashMap<>();
        known.provisioning()
                .allGroups()
                .forEach(group -> postOf(council, group).ifPresent(post -> posts.put(group.id(), post)));
        return new PostsOfGroups(posts);
    }
}
