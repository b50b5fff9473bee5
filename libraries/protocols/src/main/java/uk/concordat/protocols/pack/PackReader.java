package uk.concordat.protocols.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import uk.concordat.protocols.pack.PackDocument.CitationEntry;
import uk.concordat.protocols.rules.Citation;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rulebook;

/** Turns a file's bytes into a pack, or refuses it with all its faults: first of syntax, then of shape, then of meaning. */
final class PackReader {

    private final Rulebook rulebook;

    PackReader(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** @throws InvalidPack listing every fault that could be seen at once */
    Pack read(String file, byte[] yaml) {
        JsonNode tree = PackYaml.parse(file, yaml);
        refuse(PackSchema.faults(file, tree));
        PackDocument document = PackYaml.document(tree);
        refuse(PackRules.faults(file, document, rulebook));
        Rulebook rules = rulebook.with(PackRules.of(document));
        refuse(PackMeaning.faults(file, document, rules));
        return new PackReader(rules).pack(document);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidPack(faults);
        }
    }

    private Pack pack(PackDocument document) {
        PackDocument.EnquiriesEntry enquiries = document.enquiries();
        return new Pack(
                new PackId(document.pack(), document.version()),
                document.title(),
                document.council(),
                document.approved(),
                new EnquiryTerms(
                        clocks(enquiries.clocks()),
                        enquiries.channels(),
                        cite(enquiries.channelsRule()),
                        enquiries.answerSettlesAcknowledgement().map(this::cite),
                        enquiries
                                .addressee()
                                .map(addressee -> new AddresseeTerms(
                                        addressee.policy(), addressee.roles(), cite(addressee.citation()))),
                        enquiries.acknowledgement().map(this::policy),
                        enquiries
                                .holdingReply()
                                .map(reply -> new HoldingReplyTerms(
                                        reply.policy(), cite(reply.citation()), cite(reply.setsNoDate()))),
                        enquiries.timescale().map(this::policy),
                        enquiries
                                .officerToMember()
                                .map(other ->
                                        new OfficerToMemberTerms(clocks(other.clocks()), unstated(other.unstated())))
                                .orElse(OfficerToMemberTerms.NONE),
                        unstated(enquiries.unstated())),
                document.groups().map(this::groups),
                document.settings()
                        .map(settings -> new SettingsTerms(
                                settings.changedBy(),
                                cite(settings.citation()),
                                settings.quietHours().map(this::cite))),
                document.adoption().map(adoption -> new AdoptionTerms(adoption.by(), cite(adoption.citation()))));
    }

    private GroupTerms groups(PackDocument.GroupsEntry groups) {
        return new GroupTerms(
                groups.minimum(),
                groups.toldTo(),
                cite(groups.citation()),
                groups.leaderOfTheOpposition().map(this::policy));
    }

    private List<ClockTerms> clocks(List<PackDocument.ClockEntry> clocks) {
        return clocks.stream()
                .map(clock -> new ClockTerms(clock.kind(), clock.policy(), clock.workingDays(), cite(clock.citation())))
                .toList();
    }

    private List<UnstatedTerm> unstated(List<PackDocument.UnstatedEntry> terms) {
        return terms.stream()
                .map(term -> new UnstatedTerm(term.kind(), cite(term.citation())))
                .toList();
    }

    private PolicyTerms policy(PackDocument.PolicyEntry entry) {
        return new PolicyTerms(entry.policy(), cite(entry.citation()));
    }

    private Citation cite(CitationEntry entry) {
        return rulebook.cite(entry.rule(), Reading.of(entry.reading()));
    }
}
