package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Map;

/**
 * A parked record looked at closely, without what anybody may have written into it.
 *
 * @param attributes those of the CloudEvent, as they are
 * @param otherHeaders their names and sizes
 */
public record Inspected(
        ParkedRecord record, Map<String, String> attributes, List<OtherHeader> otherHeaders, Contents contents) {

    public Inspected {
        attributes = Map.copyOf(attributes);
        otherHeaders = List.copyOf(otherHeaders);
    }

    /** A header that is no attribute of a CloudEvent. */
    public record OtherHeader(String name, int characters) {}
}
