package uk.concordat.protocols.pack;

import java.util.List;
import java.util.stream.Collectors;

/** Packs were refused at load. The message lists the faults, one a line. */
public final class InvalidPack extends IllegalArgumentException {

    private final List<Fault> faults;

    public InvalidPack(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong in the files that were read; never empty. A file's meaning is judged only once its shape is right. */
    public List<Fault> faults() {
        return faults;
    }
}
