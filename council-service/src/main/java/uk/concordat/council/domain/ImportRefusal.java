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
        return "The files have %d faults; nothing was loaded. Mend each and send all files again."
                .formatted(faults.size());
    }

    @Override
    public Optional<Citation> citation() {
        return Optional.empty();
    }
}
