package uk.concordat.protocols.people;

import java.util.UUID;

/** A person of a council, whatever they are called and whichever post they hold. */
public record PersonId(UUID value) {}
