package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Map;

/**
 * A parked record looked at closely, without what anybody may have written into it.
 *
 * @param attributes those of the CloudEvent that a service writes, as they are where they are no words
 * @param otherHeaders the names and sizes of all that is not shown
 */
public record Inspected(
        ParkedRecord record, Map<String, String> attributes, List<OtherHeader> otherHeaders, Contents contents) {

    public Inspected {
        attributes = Map.copyOf(attributes);
        otherHeaders = List.copyOf(otherHeaders);
    }

    /** A header of which the value is not shown. */
    public record OtherHeader(String name, int characters) {}
}
