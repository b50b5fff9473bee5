package uk.concordat.protocols.pack;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.rules.Citation;

/**
 * What a protocol says of enquiries.
 *
 * @param clocks at most one of each kind
 * @param channels those by which an enquiry starts the clocks; by any other it is taken in, and no clock runs
 * @param channelsRule why those channels
 * @param answerSettlesAcknowledgement why an answer also meets an acknowledgement that is still open; empty where it does
 *     not
 * @param addressee whom a member should ask first; empty where the protocol does not say
 * @param acknowledgement what an acknowledgement must hold; empty where any will do
 * @param holdingReply what a holding reply must say; empty where the protocol knows none
 * @param timescale how a promised date is revised; empty where the protocol knows no promised dates
 * @param officerToMember the other direction
 * @param unstated what the protocol leaves open
 */
public record EnquiryTerms(
        List<ClockTerms> clocks,
        List<String> channels,
        Citation channelsRule,
        Optional<Citation> answerSettlesAcknowledgement,
        Optional<AddresseeTerms> addressee,
        Optional<PolicyTerms> acknowledgement,
        Optional<HoldingReplyTerms> holdingReply,
        Optional<PolicyTerms> timescale,
        OfficerToMemberTerms officerToMember,
        List<UnstatedTerm> unstated) {

    public EnquiryTerms {
        clocks = List.copyOf(clocks);
        channels = List.copyOf(channels);
        unstated = List.copyOf(unstated);
    }
}
