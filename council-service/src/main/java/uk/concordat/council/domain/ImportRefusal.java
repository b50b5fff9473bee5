package uk.concordat.council.domain;

import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/** Files that do not hold together: nothing of them is taken in, and every fault is told. */
public record ImportRefusal(List<ImportFault> faults) implements CouncilRefusal {

    public ImportRefusal {
        faults = List.copyOf(faults);
    }

    /** Whether what the council itself is known as, such as its zone or protocol, becomes otherwise. */
    public static boolean changesProfile(List<CouncilEvent> events, CouncilState before) {
        return before.profile().isPresent() && events.stream().anyMatch(CouncilEvent.ProfileRecorded.class::isInstance);
    }

    /** Of files by a program, which keeps people and posts. */
    public static ImportRefusal ofProfile(CouncilFiles.ProfileLine line) {
        return new ImportRefusal(
                List.of(
                        new ImportFault(
                                "council.csv",
                                line.line(),
                                "",
                                "says otherwise than is known what the council is, which protocol it has or what it sets for itself",
                                "Send it as it is known: an integration loads people and posts, and an operator changes the council.")));
    }

    @Override
    public String code() {
        return "import-refused";
    }

    @Override
    public Ground ground() {
        return Ground.CONTENT;
    }

    @Override
    public String detail() {
        return faults.size() == 1
                ? "The files have a fault; nothing was loaded. Mend it and send all files again."
                : "The files have %d faults; nothing was loaded. Mend each and send all files again."
                        .formatted(faults.size());
    }

    @Override
    public Optional<Citation> citation() {
        return Optional.empty();
    }
}
