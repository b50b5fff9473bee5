package uk.concordat.protocols.pack;

import uk.concordat.protocols.rules.Citation;

/**
 * A clock that a protocol sets.
 *
 * @param kind of the deadline: {@code acknowledgement}, {@code full-response}, {@code first-response} or
 *     {@code promised-response}
 * @param policy the policy that computes it, such as {@code working-days-from-receipt}
 * @param workingDays the limit, at least 1
 * @param citation the rule that sets it
 */
public record ClockTerms(String kind, String policy, int workingDays, Citation citation) {}
