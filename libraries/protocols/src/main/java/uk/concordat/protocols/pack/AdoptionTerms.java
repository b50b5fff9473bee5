package uk.concordat.protocols.pack;

import java.util.List;
import uk.concordat.protocols.rules.Citation;

/**
 * Who, beside those who run the system, writes down which protocol the council has adopted.
 *
 * @param by the roles of their posts
 * @param citation the rule that says so
 */
public record AdoptionTerms(List<String> by, Citation citation) {

    public AdoptionTerms {
        by = List.copyOf(by);
    }
}
