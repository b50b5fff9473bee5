package uk.concordat.protocols.people;

import java.util.Optional;

/**
 * Who is to act.
 *
 * @param postId the post by which it falls to them; empty for a member, who owes in person
 */
public record Responsible(Optional<PostId> postId, PersonId personId) {

    public static Responsible officer(PostId post, PersonId person) {
        return new Responsible(Optional.of(post), person);
    }

    public static Responsible inPerson(PersonId person) {
        return new Responsible(Optional.empty(), person);
    }
}
