package uk.concordat.eventsourcing.verification;

import java.util.List;
import java.util.UUID;

/**
 * What was found wrong with a tenant's streams of one type, which is nothing if all is well. It names ids, tables and counts,
 * never what an event or a row says.
 *
 * @param faulty how many faults there are
 * @param faults the first hundred of them
 */
public record Verification(
        String streamType, long streams, long events, List<ViewChecked> views, long faulty, List<Fault> faults) {

    /**
     * @param differing how many streams have another row than the view makes of their events, or a row and no event
     * @param streams the first twenty of them
     */
    public record ViewChecked(String view, long rows, long differing, List<UUID> streams) {}

    public record Fault(String kind, UUID stream, long version, String what) {}

    public Verification {
        views = List.copyOf(views);
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faulty == 0 && views.stream().allMatch(view -> view.differing() == 0);
    }
}
