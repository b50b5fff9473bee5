package uk.concordat.protocols.pack;

import java.util.List;
import uk.concordat.protocols.rules.Citation;

/**
 * Whom a member should ask first.
 *
 * @param policy such as {@code senior-unless-factual}
 * @param roles the generic roles of posts that count as senior
 * @param citation the rule that it serves
 */
public record AddresseeTerms(String policy, List<String> roles, Citation citation) {

    public AddresseeTerms {
        roles = List.copyOf(roles);
    }
}
