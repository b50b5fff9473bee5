package uk.concordat.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** I1 and I2: what is stored, against what was acknowledged. */
record Streams(Stored stored, String council) {

    private record Kept(String path, String key, String stream, int status) {}

    /** Each acknowledged act is stored, as often as it was acknowledged; and each key remembers the act it was used for. */
    void holdWhatWasAcknowledged(List<Stored.Event> enquiries, Ledger ledger) {
        Map<Ledger.Acknowledged, Long> acts = enquiries.stream()
                .collect(groupingBy(event -> new Ledger.Acknowledged(event.stream(), event.type()), counting()));
        Map<Ledger.Acknowledged, Long> acknowledged =
                ledger.acknowledged().stream().collect(groupingBy(act -> act, counting()));
        assertThat(acknowledged).as("I1 nothing was acknowledged").isNotEmpty();
        assertThat(acknowledged.entrySet().stream()
                        .filter(each -> !each.getValue().equals(acts.get(each.getKey()))))
                .as("I1 acknowledged and not stored so often")
                .isEmpty();

        Set<Kept> kept = Set.copyOf(stored.rows(
                "enquiry",
                "select path, key, stream_id, status from idempotency where tenant = '%s'".formatted(council),
                row -> new Kept(row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
        Set<Kept> settled = ledger.settled().stream()
                .map(each -> new Kept(
                        each.request().path(),
                        each.request().key(),
                        each.enquiry().toString(),
                        each.status()))
                .collect(Collectors.toSet());
        assertThat(Difference.without(settled, kept))
                .as("I1 keys that remember another answer or none")
                .isEmpty();
    }

    static void areContiguous(List<Stored.Event> events) {
        events.stream()
                .collect(groupingBy(Stored.Event::stream, mapping(Stored.Event::version, toList())))
                .forEach((stream, versions) ->
                        assertThat(versions).as("I2 %s", stream).isEqualTo(upTo(versions.size())));
    }

    static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
