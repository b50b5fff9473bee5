package uk.concordat.protocols.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.pack.PackDocument.RuleEntry;
import uk.concordat.protocols.rules.Mode;
import uk.concordat.protocols.rules.Rule;
import uk.concordat.protocols.rules.Rulebook;

/** The rules that a pack brings along, since the rulebook has not those of its council. */
final class PackRules {

    private PackRules() {}

    /** An id is one rule's: what the rulebook says is not said anew, nor anything twice. */
    static List<Fault> faults(String file, PackDocument document, Rulebook rulebook) {
        List<RuleEntry> entries = entries(document);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).rule();
            String place = "/rules/" + i + "/rule";
            Optional<Rule> known = rulebook.find(id);
            if (known.isPresent()) {
                faults.add(new Fault(
                        file,
                        place,
                        "an id that no rule has; " + id + " is a rule of "
                                + known.get().council()));
            } else if (entries.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.rule().equals(id))) {
                faults.add(new Fault(file, place, "each rule once; " + id + " is there before"));
            }
        }
        return List.copyOf(faults);
    }

    /** They are the pack's council's. */
    static List<Rule> of(PackDocument document) {
        return entries(document).stream()
                .map(entry -> new Rule(
                        entry.rule(),
                        document.council(),
                        entry.paragraph(),
                        entry.text(),
                        Mode.of(entry.mode()),
                        Set.of(),
                        Set.of(),
                        false,
                        "",
                        ""))
                .toList();
    }

    private static List<RuleEntry> entries(PackDocument document) {
        return document.rules().orElse(List.of());
    }
}
