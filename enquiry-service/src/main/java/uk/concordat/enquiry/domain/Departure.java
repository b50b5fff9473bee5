package uk.concordat.enquiry.domain;

/**
 * A departure from what a protocol says should be: it is taken, and recorded with its reason.
 *
 * @param rule the rule's id, such as {@code COL-24}
 * @param reason why, in the words of who departs from it; a blank one is no reason
 */
public record Departure(String rule, String reason) {}
