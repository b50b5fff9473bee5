package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A council as it is known; people by username and posts by key, as the council's files name them.
 *
 * @param proclamations the last of each day that was ever proclaimed
 */
public record CouncilState(
        Optional<Profile> profile,
        Known<Person> people,
        Known<Post> posts,
        Map<LocalDate, Proclamation> proclamations) {

    public CouncilState {
        proclamations = Map.copyOf(proclamations);
    }

    public static CouncilState unknown() {
        return new CouncilState(Optional.empty(), Known.nothing(), Known.nothing(), Map.of());
    }

    CouncilState with(Profile changed) {
        return new CouncilState(Optional.of(changed), people, posts, proclamations);
    }

    CouncilState with(Person person) {
        return new CouncilState(profile, people.with(person.username(), person), posts, proclamations);
    }

    CouncilState with(Post post) {
        return new CouncilState(profile, people, posts.with(post.key(), post), proclamations);
    }

    /** With a day's proclamation, and the profile as that changes it. */
    CouncilState with(LocalDate day, Proclamation proclamation, UnaryOperator<Profile> change) {
        Map<LocalDate, Proclamation> all = new TreeMap<>(proclamations);
        all.put(day, proclamation);
        return new CouncilState(profile.map(change), people, posts, all);
    }

    public Optional<Proclamation> proclamation(LocalDate day) {
        return Optional.ofNullable(proclamations.get(day));
    }

    boolean knows(Profile other) {
        return profile.filter(other::equals).isPresent();
    }

    boolean knows(Person other) {
        return people.find(other.username()).filter(other::equals).isPresent();
    }

    boolean knows(Post other) {
        return posts.find(other.key()).filter(other::equals).isPresent();
    }
}
