package uk.concordat.protocols.people;

import java.util.UUID;

/** A post of a council, whoever holds it. */
public record PostId(UUID value) {}
