package uk.concordat.protocols.pack;

import uk.concordat.protocols.rules.Citation;

/**
 * A policy without parameters that a protocol names.
 *
 * @param policy such as {@code promised-date}
 * @param citation the rule that it serves
 */
public record PolicyTerms(String policy, Citation citation) {}
