package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * I5: a case read from its events and its row in the list say the same. A case whose events and row are what they were when it was last
 * compared is not read again.
 */
final class ShownEnquiries {

    private static final String READER = "head-of-paid-service";
    private static final String SERVICE = "enquiry-service";
    private static final List<String> IN_BOTH =
            List.of("reference", "status", "overdue", "subject", "member", "officer", "receivedAt");

    /** A case as it was compared, and its deadlines as its events have them. */
    private record Compared(long version, JsonNode row, JsonNode deadlines) {}

    private final Portal portal;
    private final Map<UUID, Compared> compared = new HashMap<>();

    ShownEnquiries(Portal portal) {
        this.portal = portal;
    }

    void equalTheFold(List<Stored.Event> enquiries) {
        Map<UUID, Long> versions =
                enquiries.stream().collect(Collectors.toMap(Stored.Event::stream, Stored.Event::version, Math::max));
        Set<UUID> betweenTwo = enquiries.stream()
                .filter(event -> event.type().equals("enquiry-put-to-member"))
                .map(Stored.Event::stream)
                .collect(Collectors.toSet());
        List<JsonNode> rows = rows();
        Difference.none(
                "I5 the list",
                rows.stream().map(ShownEnquiries::id).toList(),
                versions.keySet().stream()
                        .filter(id -> !betweenTwo.contains(id))
                        .toList());
        for (JsonNode row : rows) {
            Compared before = compared.get(id(row));
            long version = versions.getOrDefault(id(row), 0L);
            if (before == null || before.version() != version || !before.row().equals(row)) {
                compared.put(id(row), compare(row, version));
            }
        }
    }

    /** The deadlines of all cases that were compared, by id. */
    Map<UUID, JsonNode> deadlines() {
        Map<UUID, JsonNode> deadlines = new LinkedHashMap<>();
        compared.values()
                .forEach(each -> each.deadlines()
                        .forEach(deadline -> deadlines.put(
                                UUID.fromString(deadline.required("id").asText()), deadline)));
        return deadlines;
    }

    private Compared compare(JsonNode row, long version) {
        JsonNode folded = portal.get(READER, SERVICE, "/enquiries/" + id(row)).body();
        for (String field : IN_BOTH) {
            assertThat(row.required(field)).as("I5 %s of %s", field, id(row)).isEqualTo(folded.required(field));
        }
        return new Compared(version, row, folded.required("deadlines"));
    }

    private List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page =
                    portal.get(READER, SERVICE, "/enquiries?limit=200" + after).body();
            page.required("items").forEach(rows::add);
            if (page.path("next").isMissingNode() || page.path("next").isNull()) {
                return rows;
            }
            after = "&after=" + page.required("next").asText();
        }
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.required("id").asText());
    }
}
