package uk.concordat.protocols.deadlines;

import uk.concordat.protocols.rules.Citation;

/** What a date rests on: where it comes from, and the paragraph behind it. */
public record Basis(DeadlineSource source, Citation citation) {}
