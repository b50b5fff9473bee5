package uk.concordat.protocols.pack;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.rules.Citation;

/**
 * What a protocol says of enquiries.
 *
 * @param clocks at most one of each kind
 * @param channels those by which an enquiry starts the clocks
 * @param channelsRule why those channels
 * @param answerSettlesAcknowledgement why an answer also meets an acknowledgement that is still open; empty where it does
 *     not
 * @param unstated what the protocol leaves open
 */
public record EnquiryTerms(
        List<ClockTerms> clocks,
        List<String> channels,
        Citation channelsRule,
        Optional<Citation> answerSettlesAcknowledgement,
        List<UnstatedTerm> unstated) {

    public EnquiryTerms {
        clocks = List.copyOf(clocks);
        channels = List.copyOf(channels);
        unstated = List.copyOf(unstated);
    }
}
