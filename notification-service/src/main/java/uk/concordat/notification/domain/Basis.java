package uk.concordat.notification.domain;

import uk.concordat.protocols.deadlines.DeadlineSource;
import uk.concordat.protocols.rules.Reading;

/**
 * What a date rests on: {@code protocol}, {@code local-target} or {@code promise}, and the rule and paragraph.
 *
 * @param reading whose word it is; empty in what was told before that was kept
 */
public record Basis(String source, String rule, String paragraph, String reading) {

    /** Whether the council has set the date for itself, since its protocol gives none. */
    boolean isOfTheCouncil() {
        return source.equals(DeadlineSource.LOCAL_TARGET.code());
    }

    /** The paragraph, and that it gives no time, or that it is we who read it so, where it does not say so itself. */
    public String paragraphInWords() {
        if (isOfTheCouncil()) {
            return "no time stated in " + paragraph;
        }
        return reading.equals(Reading.OURS.code()) ? paragraph + ", as we read it" : paragraph;
    }
}
