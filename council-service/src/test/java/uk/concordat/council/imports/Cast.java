package uk.concordat.council.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.WholeGroup;
import uk.concordat.protocols.people.PersonId;

/** Who a council of the local stack has today, and above whom they stand. */
record Cast(CouncilState council) {

    static Cast of(String council) {
        return new Cast(LocalCouncils.loaded(council));
    }

    List<Person> people() {
        return List.copyOf(council.people().all().values());
    }

    List<Person> elected() {
        return people().stream()
                .filter(person -> person.kind().equals("member"))
                .toList();
    }

    List<Post> posts() {
        return List.copyOf(council.posts().all().values());
    }

    List<Post> postsOf(String role) {
        return posts().stream().filter(post -> post.roles().contains(role)).toList();
    }

    /** Without end dates in these files, whoever holds it at all holds it today. */
    Optional<PersonId> holder(Post post) {
        return post.holders().stream().map(Post.Holder::person).findFirst();
    }

    Optional<PersonId> deputy(Post post) {
        return post.deputies().stream().map(Post.Holder::person).findFirst();
    }

    boolean isVacant(Post post) {
        return holder(post).isEmpty();
    }

    /** The posts above one, from the nearest on. */
    List<Post> above(Post post) {
        List<Post> line = new ArrayList<>();
        Optional<Post> next = next(post);
        while (next.isPresent()) {
            line.add(next.get());
            next = next(next.get());
        }
        return line;
    }

    private Optional<Post> next(Post post) {
        return post.reportsTo()
                .flatMap(above -> posts().stream()
                        .filter(other -> other.id().equals(above))
                        .findFirst());
    }

    Stream<WholeGroup> groups() {
        return council.composition().groups().all().keySet().stream()
                .map(key -> council.wholeGroup(key).orElseThrow());
    }
}
