package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.rules.Citation;

/**
 * A pack as enquiries are decided by it: its policies' names resolved to the policies.
 *
 * @param channels the codes of the channels that reach an officer under it, and the rule that says so
 * @param answerSettlesAcknowledgement the reading by which an answer also settles an open acknowledgement (COL-31)
 */
public record EnquiryProtocol(
        PackId id,
        List<Clock> clocks,
        List<String> channels,
        Citation channelsRule,
        Optional<Citation> answerSettlesAcknowledgement) {

    /** @throws IllegalArgumentException if the pack names a policy that does not exist here */
    public static EnquiryProtocol of(Pack pack) {
        return new EnquiryProtocol(
                pack.id(),
                pack.enquiries().clocks().stream()
                        .map(terms -> clock(pack.id(), terms))
                        .toList(),
                pack.enquiries().channels(),
                pack.enquiries().channelsRule(),
                pack.enquiries().answerSettlesAcknowledgement());
    }

    private static Clock clock(PackId pack, ClockTerms terms) {
        if (terms.policy().equals(WorkingDaysFromReceipt.NAME)) {
            return new WorkingDaysFromReceipt(DeadlineKind.of(terms.kind()), terms);
        }
        throw new IllegalArgumentException("The pack %s %s names the clock policy %s, which does not exist; known: %s"
                .formatted(pack.pack(), pack.version(), terms.policy(), WorkingDaysFromReceipt.NAME));
    }
}
