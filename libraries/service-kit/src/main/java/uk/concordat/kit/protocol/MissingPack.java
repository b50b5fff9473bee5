package uk.concordat.kit.protocol;

import uk.concordat.kit.problem.NotNow;
import uk.concordat.protocols.pack.PackId;

/** A pack that governs something is not here: its file has not come yet, or cannot be read. */
public final class MissingPack {

    private MissingPack() {}

    /** For whoever asks for what it governs; it is tried again once the file is there. */
    public static NotNow of(PackId pack) {
        return new NotNow("pack-missing", "The pack %s, which governs this, is not here now.".formatted(pack));
    }
}
