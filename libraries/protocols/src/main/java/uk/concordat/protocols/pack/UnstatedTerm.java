package uk.concordat.protocols.pack;

import uk.concordat.protocols.rules.Citation;

/**
 * A deadline to which the protocol gives no limit: shown as none stated, never filled in.
 *
 * @param kind of the deadline, as in {@link ClockTerms}
 * @param citation the rule that speaks of it without a limit
 */
public record UnstatedTerm(String kind, Citation citation) {}
