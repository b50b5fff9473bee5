package uk.concordat.protocols.pack;

import java.util.Optional;
import uk.concordat.protocols.rules.Citation;

/**
 * What makes members a political group.
 *
 * @param minimum the fewest councillors that are a group; co-optees are councillors, independent members of a committee are not
 * @param toldTo the role of the post that they must have told that they are one; empty where nobody need be told
 * @param citation the rule that says so
 * @param leaderOfTheOpposition who that is where nobody is named; empty where the protocol does not say
 */
public record GroupTerms(
        int minimum, Optional<String> toldTo, Citation citation, Optional<PolicyTerms> leaderOfTheOpposition) {}
