package uk.concordat.protocols.ladder;

import java.util.Optional;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * Somebody who is told, and why they are.
 *
 * @param post the post by which it comes to them; empty for a member
 */
public record Told(Optional<PostId> post, PersonId person, ToldAs as) {}
