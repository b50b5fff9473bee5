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
        refuse(PackMeaning.faults(file, document, rulebook));
        return pack(document);
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
                        enquiries.clocks().stream()
                                .map(clock -> new ClockTerms(
                                        clock.kind(), clock.policy(), clock.workingDays(), cite(clock.citation())))
                                .toList(),
                        enquiries.channels(),
                        cite(enquiries.channelsRule()),
                        enquiries.answerSettlesAcknowledgement().map(this::cite),
                        enquiries.unstated().stream()
                                .map(term -> new UnstatedTerm(term.kind(), cite(term.citation())))
                                .toList()));
    }

    private Citation cite(CitationEntry entry) {
        return rulebook.cite(entry.rule(), Reading.of(entry.reading()));
    }
}
