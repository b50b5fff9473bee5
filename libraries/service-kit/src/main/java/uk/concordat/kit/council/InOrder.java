package uk.concordat.kit.council;

import java.util.Comparator;
import java.util.UUID;
import org.pcollections.TreePMap;

/** Maps by id in the order in which ids are written, so that whatever is found first is the same in every replica. */
final class InOrder {

    /** Behind every other id. */
    static final UUID LAST = new UUID(-1, -1);

    static final Comparator<UUID> BY_ID = (one, other) -> {
        int byFirstHalf = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return byFirstHalf != 0
                ? byFirstHalf
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private InOrder() {}

    static <T> TreePMap<UUID, T> nothing() {
        return TreePMap.empty(BY_ID);
    }
}
