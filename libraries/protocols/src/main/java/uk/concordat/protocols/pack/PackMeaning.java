package uk.concordat.protocols.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.protocols.pack.PackDocument.CitationEntry;
import uk.concordat.protocols.pack.PackDocument.ClockEntry;
import uk.concordat.protocols.pack.PackDocument.UnstatedEntry;
import uk.concordat.protocols.rules.Reading;
import uk.concordat.protocols.rules.Rule;
import uk.concordat.protocols.rules.Rulebook;

/** What the schema cannot see: that the rules cited exist and are the council's, and that nothing is said twice. */
final class PackMeaning {

    private final String file;
    private final PackDocument document;
    private final Rulebook rulebook;
    private final List<Fault> faults = new ArrayList<>();

    private PackMeaning(String file, PackDocument document, Rulebook rulebook) {
        this.file = file;
        this.document = document;
        this.rulebook = rulebook;
    }

    static List<Fault> faults(String file, PackDocument document, Rulebook rulebook) {
        PackMeaning meaning = new PackMeaning(file, document, rulebook);
        meaning.checkCitations();
        meaning.checkKinds();
        return List.copyOf(meaning.faults);
    }

    private void checkCitations() {
        PackDocument.EnquiriesEntry enquiries = document.enquiries();
        checkCitation("/enquiries/channelsRule", enquiries.channelsRule());
        enquiries
                .answerSettlesAcknowledgement()
                .ifPresent(citation -> checkCitation("/enquiries/answerSettlesAcknowledgement", citation));
        enquiries.addressee().ifPresent(it -> checkCitation("/enquiries/addressee", it.citation()));
        enquiries.acknowledgement().ifPresent(it -> checkCitation("/enquiries/acknowledgement", it.citation()));
        enquiries.holdingReply().ifPresent(it -> {
            checkCitation("/enquiries/holdingReply", it.citation());
            checkCitation("/enquiries/holdingReply/setsNoDate", it.setsNoDate());
        });
        enquiries.timescale().ifPresent(it -> checkCitation("/enquiries/timescale", it.citation()));
        checkCitations("/enquiries", enquiries.clocks(), enquiries.unstated());
        enquiries
                .officerToMember()
                .ifPresent(other -> checkCitations("/enquiries/officerToMember", other.clocks(), other.unstated()));
        document.groups().ifPresent(groups -> {
            checkCitation("/groups", groups.citation());
            groups.leaderOfTheOpposition()
                    .ifPresent(it -> checkCitation("/groups/leaderOfTheOpposition", it.citation()));
        });
        document.settings().ifPresent(settings -> {
            checkCitation("/settings", settings.citation());
            settings.quietHours().ifPresent(it -> checkCitation("/settings/quietHours", it));
        });
        document.adoption().ifPresent(adoption -> checkCitation("/adoption", adoption.citation()));
    }

    private void checkCitations(String place, List<ClockEntry> clocks, List<UnstatedEntry> unstated) {
        for (int i = 0; i < clocks.size(); i++) {
            checkCitation(place + "/clocks/" + i, clocks.get(i).citation());
        }
        for (int i = 0; i < unstated.size(); i++) {
            checkCitation(place + "/unstated/" + i, unstated.get(i).citation());
        }
    }

    private void checkCitation(String place, CitationEntry cited) {
        Optional<Rule> rule = rulebook.find(cited.rule());
        if (rule.isEmpty()) {
            fault(place + "/rule", "a rule of " + document.council() + "; the rulebook has no " + cited.rule());
        } else if (!rule.get().council().equals(document.council())) {
            fault(
                    place + "/rule",
                    "a rule of " + document.council() + "; " + cited.rule() + " is a rule of "
                            + rule.get().council());
        } else if (rule.get().isOurReading() && Reading.of(cited.reading()) == Reading.STATED) {
            fault(place + "/reading", "ours; " + cited.rule() + " is wholly our reading");
        }
    }

    private void checkKinds() {
        PackDocument.EnquiriesEntry enquiries = document.enquiries();
        checkKinds("/enquiries", enquiries.clocks(), enquiries.unstated());
        enquiries
                .officerToMember()
                .ifPresent(other -> checkKinds("/enquiries/officerToMember", other.clocks(), other.unstated()));
    }

    private void checkKinds(String place, List<ClockEntry> clocks, List<UnstatedEntry> unstated) {
        Map<String, String> firstPlaces = new LinkedHashMap<>();
        for (int i = 0; i < clocks.size(); i++) {
            checkKind(firstPlaces, place + "/clocks/" + i, clocks.get(i).kind());
        }
        for (int i = 0; i < unstated.size(); i++) {
            checkKind(firstPlaces, place + "/unstated/" + i, unstated.get(i).kind());
        }
    }

    private void checkKind(Map<String, String> firstPlaces, String place, String kind) {
        String first = firstPlaces.putIfAbsent(kind, place);
        if (first != null) {
            fault(place + "/kind", "each kind once; " + kind + " already stands at " + first);
        }
    }

    private void fault(String field, String expected) {
        faults.add(new Fault(file, field, expected));
    }
}
