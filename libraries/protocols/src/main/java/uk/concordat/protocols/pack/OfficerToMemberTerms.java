package uk.concordat.protocols.pack;

import java.util.List;

/**
 * What a protocol says of the other direction: an officer asks a member.
 *
 * @param clocks at most one of each kind
 * @param unstated what the protocol speaks of without a limit
 */
public record OfficerToMemberTerms(List<ClockTerms> clocks, List<UnstatedTerm> unstated) {

    /** A protocol that says nothing of it. */
    public static final OfficerToMemberTerms NONE = new OfficerToMemberTerms(List.of(), List.of());

    public OfficerToMemberTerms {
        clocks = List.copyOf(clocks);
        unstated = List.copyOf(unstated);
    }
}
