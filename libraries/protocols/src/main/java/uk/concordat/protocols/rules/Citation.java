package uk.concordat.protocols.rules;

/**
 * Why something is so: the rule, and the paragraph of the council's document that it comes from.
 *
 * @param rule the rule's id, such as {@code COL-28}
 * @param council such as {@code city-of-london}
 * @param paragraph such as {@code 7}
 * @param reading whether the paragraph states it, or we read it so
 */
public record Citation(String rule, String council, String paragraph, Reading reading) {}
