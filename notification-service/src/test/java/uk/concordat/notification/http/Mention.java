package uk.concordat.notification.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What an enquiry says of its deadline, as it stands on the topic: written here in words, so that a test notices when the
 * service no longer reads them.
 */
record Mention(String action, int revision, Instant dueAt, Map<String, Object> more) {

    static Mention of(String action) {
        return new Mention(action, 1, OverHttp.DUE, Map.of());
    }

    Mention revision(int other) {
        return new Mention(action, other, dueAt, more);
    }

    Mention dueAt(Instant other) {
        return new Mention(action, revision, other, more);
    }

    /** With a field that this version of the service does not know, or another value of one that it does. */
    Mention with(String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(field, value);
        return new Mention(action, revision, dueAt, all);
    }

    Map<String, Object> json(UUID deadline, UUID post, UUID person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deadlineId", deadline);
        json.put("revision", revision);
        json.put("kind", "acknowledgement");
        json.put("action", action);
        if (action.equals("breached") || action.equals("spared")) {
            json.put("rung", 0);
        }
        json.put("dueOn", LocalDate.ofInstant(dueAt.minus(Duration.ofSeconds(1)), ZoneOffset.UTC));
        json.put("dueAt", dueAt);
        json.put("basis", Map.of("source", "protocol", "rule", "COL-28", "paragraph", "7", "reading", "ours"));
        json.put("responsible", Map.of("postId", post, "personId", person));
        json.putAll(more);
        return json;
    }
}
