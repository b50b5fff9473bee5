package uk.concordat.protocols.people;

/** Who is to act: a person, in the post by which it falls to them. */
public record Responsible(PostId postId, PersonId personId) {}
