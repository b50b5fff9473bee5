package uk.concordat.protocols.pack;

import uk.concordat.protocols.rules.Citation;

/**
 * What a holding reply must say.
 *
 * @param policy such as {@code holding-reply-with-reasons}
 * @param citation the rule that it serves
 * @param setsNoDate the rule by which it sets no new date
 */
public record HoldingReplyTerms(String policy, Citation citation, Citation setsNoDate) {}
