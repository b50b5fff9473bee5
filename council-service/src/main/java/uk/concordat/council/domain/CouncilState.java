package uk.concordat.council.domain;

import java.util.Map;
import java.util.Optional;

/** A council as it is known; people by username and posts by key, as the council's files name them. */
public record CouncilState(Optional<Profile> profile, Map<String, Person> people, Map<String, Post> posts) {

    public static CouncilState unknown() {
        return new CouncilState(Optional.empty(), Map.of(), Map.of());
    }

    public CouncilState {
        people = Map.copyOf(people);
        posts = Map.copyOf(posts);
    }

    boolean knows(Profile other) {
        return profile.filter(other::equals).isPresent();
    }

    boolean knows(Person other) {
        return other.equals(people.get(other.username()));
    }

    boolean knows(Post other) {
        return other.equals(posts.get(other.key()));
    }
}
