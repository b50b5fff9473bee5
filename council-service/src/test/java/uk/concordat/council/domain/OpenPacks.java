package uk.concordat.council.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.OfficerToMemberTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.pack.UnstatedTerm;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rulebook;

/** Protocols that leave times open, as two councils' documents do that have no pack yet. */
final class OpenPacks {

    private static final Rulebook RULES = Rulebook.standard();

    private OpenPacks() {}

    /** Which says by when, and who sets what it leaves open. */
    static Pack city() {
        return PackLibrary.standard().latest("city-of-london").orElseThrow();
    }

    /** Paragraph 12.2: "within the corporate time standards", which stand elsewhere. */
    static Pack hackney() {
        return pack("hackney", "HAC-64", OfficerToMemberTerms.NONE);
    }

    /** Paragraphs 4.7 and 4.8: "in a timely way", both ways. */
    static Pack wonderland() {
        return pack(
                "wonderland",
                "WTC-25",
                new OfficerToMemberTerms(List.of(), List.of(unstated("first-response", "WTC-27"))));
    }

    private static Pack pack(String council, String rule, OfficerToMemberTerms officerToMember) {
        return new Pack(
                new PackId(council, "2026-01-01"),
                "A protocol",
                council,
                "not stated",
                new EnquiryTerms(
                        List.of(),
                        List.of("portal"),
                        RULES.cite(rule, Reading.OURS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        officerToMember,
                        List.of(unstated("full-response", rule))));
    }

    private static UnstatedTerm unstated(String kind, String rule) {
        return new UnstatedTerm(kind, RULES.cite(rule, Reading.OURS));
    }
}
