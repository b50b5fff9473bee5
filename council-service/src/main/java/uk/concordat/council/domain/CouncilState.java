package uk.concordat.council.domain;

import java.util.Optional;

/** A council as it is known; people by username and posts by key, as the council's files name them. */
public record CouncilState(Optional<Profile> profile, Known<Person> people, Known<Post> posts) {

    public static CouncilState unknown() {
        return new CouncilState(Optional.empty(), Known.nothing(), Known.nothing());
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
