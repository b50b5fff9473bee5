package uk.concordat.notification.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.kit.testing.Cast;

/**
 * What an enquiry says of its deadline, as it stands on the topic: written here in words, so that a test notices when the
 * service no longer reads them.
 */
record Mention(String action, int revision, int rung, Instant dueAt, List<Told> told, Map<String, Object> more) {

    /** Somebody of the cast who is to be told. */
    record Told(String username, String as) {}

    static Mention of(String action) {
        return new Mention(action, 1, 0, OverHttp.DUE, List.of(), Map.of());
    }

    /** The breach itself, of which officer-1 and the line manager are to be told. */
    static Mention breached() {
        return of("breached").told("officer-1", "responsible-officer").told("manager-1", "line-manager");
    }

    /** A breach, or a sparing, of a rung. */
    static Mention of(String action, int rung) {
        return new Mention(action, 1, rung, OverHttp.DUE, List.of(), Map.of());
    }

    Mention revision(int other) {
        return new Mention(action, other, rung, dueAt, told, more);
    }

    Mention dueAt(Instant other) {
        return new Mention(action, revision, rung, other, told, more);
    }

    Mention told(String username, String as) {
        return new Mention(
                action,
                revision,
                rung,
                dueAt,
                Stream.concat(told.stream(), Stream.of(new Told(username, as))).toList(),
                more);
    }

    Mention climbs(boolean climbs) {
        return with("climbs", climbs);
    }

    Mention status(String status) {
        return with("status", status);
    }

    /** It falls to somebody else of the cast, in the post of the same name. */
    Mention responsible(String council, String username) {
        Cast cast = Cast.of(council);
        return with("responsible", Map.of("postId", cast.post(username), "personId", cast.person(username)));
    }

    /** With a field that this version of the service does not know, or another value of one that it does. */
    Mention with(String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(field, value);
        return new Mention(action, revision, rung, dueAt, told, all);
    }

    Map<String, Object> json(String council, UUID deadline, UUID post, UUID person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deadlineId", deadline);
        json.put("revision", revision);
        json.put("kind", "acknowledgement");
        json.put("action", action);
        if (Set.of("breached", "spared").contains(action)) {
            json.put("rung", rung);
        }
        json.put("dueOn", LocalDate.ofInstant(dueAt.minus(Duration.ofSeconds(1)), ZoneOffset.UTC));
        json.put("dueAt", dueAt);
        json.put("basis", Map.of("source", "protocol", "rule", "COL-28", "paragraph", "7", "reading", "ours"));
        json.put("responsible", Map.of("postId", post, "personId", person));
        if (!told.isEmpty()) {
            json.put(
                    "told",
                    told.stream()
                            .map(each ->
                                    Map.of("personId", Cast.of(council).person(each.username()), "toldAs", each.as()))
                            .toList());
        }
        json.putAll(more);
        return json;
    }
}
