package uk.concordat.protocols.rules;

import java.util.Set;

/**
 * One rule of a protocol, in our words. Where a part of the text is marked as a reading, that part is ours.
 *
 * @param id such as {@code COL-28}
 * @param council such as {@code city-of-london}
 * @param paragraph as the council's document numbers it, such as {@code 7} or {@code 5(c)}
 * @param text the rule
 * @param mode how far it binds
 * @param kinds what the rule is to software: {@code deadline}, {@code guard}, {@code routing} …
 * @param services those that own it, or {@code all}
 * @param widerScope whether it reaches beyond the services as named
 * @param decides who decides; empty where the rule names nobody
 * @param timeLimit the limit in words; empty where there is none
 */
public record Rule(
        String id,
        String council,
        String paragraph,
        String text,
        Mode mode,
        Set<String> kinds,
        Set<String> services,
        boolean widerScope,
        String decides,
        String timeLimit) {

    public Rule {
        kinds = Set.copyOf(kinds);
        services = Set.copyOf(services);
    }

    /** Whether the whole rule is our reading, so that it can never be cited as the protocol's word. */
    public boolean isOurReading() {
        return text.startsWith("(Reading)");
    }
}
