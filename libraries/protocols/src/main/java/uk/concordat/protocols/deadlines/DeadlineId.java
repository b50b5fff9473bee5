package uk.concordat.protocols.deadlines;

import java.util.UUID;

/** One deadline of one case for ever; what changes about it is counted by its revision. */
public record DeadlineId(UUID value) {}
