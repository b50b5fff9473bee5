package uk.concordat.council.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.UnstatedTerm;
import uk.concordat.protocols.rules.Citation;

/**
 * What a protocol leaves open that runs from receipt, so that the council may have a target of its own for it (HAC-64,
 * WTC-25, WTC-27). What was promised has its day, and needs none.
 */
public record OpenTerms(String direction, String kind, Citation citation) {

    public static final String MEMBER_TO_OFFICER = "member-to-officer";
    public static final String OFFICER_TO_MEMBER = "officer-to-member";
    public static final List<String> DIRECTIONS = List.of(MEMBER_TO_OFFICER, OFFICER_TO_MEMBER);
    public static final List<String> KINDS = List.of("acknowledgement", "first-response", "full-response");

    public static List<OpenTerms> of(Pack pack) {
        return Stream.concat(
                        of(MEMBER_TO_OFFICER, pack.enquiries().unstated()),
                        of(OFFICER_TO_MEMBER, pack.enquiries().officerToMember().unstated()))
                .toList();
    }

    private static Stream<OpenTerms> of(String direction, List<UnstatedTerm> terms) {
        return terms.stream()
                .filter(term -> KINDS.contains(term.kind()))
                .map(term -> new OpenTerms(direction, term.kind(), term.citation()));
    }

    /** What the protocol states of it; empty where it states no limit. */
    static Optional<ClockTerms> stated(Pack pack, LocalTarget target) {
        EnquiryTerms terms = pack.enquiries();
        List<ClockTerms> clocks = target.direction().equals(OFFICER_TO_MEMBER)
                ? terms.officerToMember().clocks()
                : terms.clocks();
        return clocks.stream()
                .filter(clock -> clock.kind().equals(target.kind()))
                .findFirst();
    }
}
