package uk.concordat.enquiry.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PolicyTerms;
import uk.concordat.protocols.pack.UnstatedTerm;
import uk.concordat.protocols.rules.Citation;

/**
 * A pack as enquiries are decided by it: its policies' names resolved to the policies.
 *
 * @param channels the codes of the channels that start its clocks
 * @param answerSettlesAcknowledgement the reading by which an answer also settles an open acknowledgement (COL-31)
 * @param memberClocks the clocks that run when an officer asks a member
 * @param unstated what it speaks of without a limit, each way
 */
public record EnquiryProtocol(
        PackId id,
        List<Clock> clocks,
        List<String> channels,
        Optional<Citation> answerSettlesAcknowledgement,
        Optional<SeniorUnlessFactual> addressee,
        AcknowledgementPolicy acknowledgement,
        Optional<HoldingReplyWithReasons> holdingReply,
        Optional<RevisedTimescale> timescale,
        List<Clock> memberClocks,
        Map<Direction, List<UnstatedTerm>> unstated) {

    /** @throws IllegalArgumentException if the pack names a policy that does not exist here */
    public static EnquiryProtocol of(Pack pack) {
        EnquiryTerms terms = pack.enquiries();
        return new EnquiryProtocol(
                pack.id(),
                clocks(pack.id(), terms.clocks()),
                terms.channels(),
                terms.answerSettlesAcknowledgement(),
                terms.addressee().map(it -> {
                    require(pack.id(), it.policy(), SeniorUnlessFactual.NAME);
                    return new SeniorUnlessFactual(it);
                }),
                terms.acknowledgement()
                        .map(it -> acknowledgement(pack.id(), it))
                        .orElseGet(PlainAcknowledgement::new),
                terms.holdingReply().map(it -> {
                    require(pack.id(), it.policy(), HoldingReplyWithReasons.NAME);
                    return new HoldingReplyWithReasons(it);
                }),
                terms.timescale().map(it -> {
                    require(pack.id(), it.policy(), RevisedTimescale.NAME);
                    return new RevisedTimescale(it);
                }),
                clocks(pack.id(), terms.officerToMember().clocks()),
                Map.of(
                        Direction.MEMBER_TO_OFFICER,
                        terms.unstated(),
                        Direction.OFFICER_TO_MEMBER,
                        terms.officerToMember().unstated()));
    }

    /** Whether an enquiry by that channel starts the clocks. */
    boolean clocksRunFor(Channel channel) {
        return channels.contains(channel.code());
    }

    /** Of the council's targets those that count here: for what this protocol leaves open, this way. */
    List<LocalTarget> targetsOf(Direction direction, List<LocalTarget> targets) {
        return targets.stream()
                .filter(target -> target.direction() == direction)
                .filter(target -> leftOpenBy(target).isPresent())
                .toList();
    }

    private Optional<Citation> leftOpenBy(LocalTarget target) {
        return unstated.getOrDefault(target.direction(), List.of()).stream()
                .filter(term -> term.kind().equals(target.kind().code()))
                .map(UnstatedTerm::citation)
                .findFirst();
    }

    private Stream<Clock> ofTheCouncil(Direction direction, List<LocalTarget> targets) {
        return targetsOf(direction, targets).stream()
                .map(target ->
                        new LocalTargetFromReceipt(target, leftOpenBy(target).orElseThrow()));
    }

    /** The clocks that start with a receipt by that channel, the protocol's and the council's own. */
    List<DeadlineSet> start(Direction direction, Channel channel, ClockStart start) {
        if (!clocksRunFor(channel)) {
            return List.of();
        }
        List<Clock> running = switch (direction) {
            case MEMBER_TO_OFFICER -> clocks;
            case OFFICER_TO_MEMBER -> memberClocks;
        };
        return Stream.concat(running.stream(), ofTheCouncil(direction, start.targets()))
                .map(clock -> clock.start(start))
                .toList();
    }

    private static List<Clock> clocks(PackId pack, List<ClockTerms> clocks) {
        return clocks.stream()
                .<Clock>map(terms -> {
                    require(pack, terms.policy(), WorkingDaysFromReceipt.NAME);
                    return new WorkingDaysFromReceipt(DeadlineKind.of(terms.kind()), terms);
                })
                .toList();
    }

    private static AcknowledgementPolicy acknowledgement(PackId pack, PolicyTerms terms) {
        if (terms.policy().equals(PlainAcknowledgement.NAME)) {
            return new PlainAcknowledgement();
        }
        if (terms.policy().equals(PromisedDate.NAME)) {
            return new PromisedDate(terms);
        }
        throw unknown(pack, terms.policy(), PlainAcknowledgement.NAME, PromisedDate.NAME);
    }

    private static void require(PackId pack, String policy, String known) {
        if (!policy.equals(known)) {
            throw unknown(pack, policy, known);
        }
    }

    private static IllegalArgumentException unknown(PackId pack, String policy, String... known) {
        return new IllegalArgumentException("The pack %s %s names the policy %s, which does not exist there; known: %s"
                .formatted(pack.pack(), pack.version(), policy, String.join(", ", known)));
    }
}
