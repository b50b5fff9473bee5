package uk.concordat.eventsourcing.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.eventsourcing.store.StreamFault;

/** What has been found so far. */
final class Findings {

    private static final int MOST_FAULTS = 100;
    private static final int MOST_STREAMS = 20;

    record Rows(String view, long rows) {}

    private final List<Verification.Fault> faults = new ArrayList<>();
    private final Map<String, List<UUID>> differing = new LinkedHashMap<>();
    private long streams;
    private long events;

    void stream(long itsEvents) {
        streams++;
        events += itsEvents;
    }

    void fault(UUID stream, StreamFault fault) {
        faults.add(new Verification.Fault(fault.kind(), stream, fault.version(), fault.what()));
    }

    void differing(String view, List<UUID> of) {
        differing.computeIfAbsent(view, _ -> new ArrayList<>()).addAll(of);
    }

    void add(Findings more) {
        streams += more.streams;
        events += more.events;
        faults.addAll(more.faults);
        more.differing.forEach(this::differing);
    }

    Verification verification(String streamType, List<Rows> views) {
        return new Verification(
                streamType,
                streams,
                events,
                views.stream().map(this::checked).toList(),
                faults.size(),
                faults.stream().limit(MOST_FAULTS).toList());
    }

    private Verification.ViewChecked checked(Rows view) {
        List<UUID> others = differing.getOrDefault(view.view(), List.of());
        return new Verification.ViewChecked(
                view.view(),
                view.rows(),
                others.size(),
                others.stream().limit(MOST_STREAMS).toList());
    }
}
