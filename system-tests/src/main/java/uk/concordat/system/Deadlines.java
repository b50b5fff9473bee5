package uk.concordat.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** I7, and I5 where deadlines are watched: what time has brought about. */
record Deadlines(Stored stored, String council) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private record Watched(UUID id, String dueOn, String status) {}

    /** Whoever keeps time has each deadline as it stands with its owner. */
    void areWatchedAsTheirOwnerHasThem(Map<UUID, JsonNode> owned, List<String> strangers) {
        Map<UUID, Watched> watched = stored
                .rows(
                        "notification",
                        "select deadline_id, due_on, status, case_subject from deadline_watch where tenant = '%s'"
                                .formatted(council),
                        row -> Map.entry(
                                row.getString(4),
                                new Watched(row.getObject(1, UUID.class), row.getString(2), row.getString(3))))
                .stream()
                .filter(each -> !strangers.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(Watched::id, each -> each));
        List<Watched> expected = owned.entrySet().stream()
                .map(deadline -> new Watched(
                        deadline.getKey(),
                        deadline.getValue().required("dueOn").asText(),
                        deadline.getValue().required("status").asText()))
                .toList();
        assertThat(expected.stream().filter(each -> !each.equals(watched.get(each.id()))))
                .as("I5 deadlines that are watched otherwise than their owner has them")
                .isEmpty();
    }

    /** A deadline is a day, and ends with it where the council is, also on a day of 23 or 25 hours. */
    static void endWithTheirDay(Collection<JsonNode> deadlines) {
        assertThat(deadlines.stream()
                        .filter(deadline -> !LocalDate.parse(
                                        deadline.required("dueOn").asText())
                                .plusDays(1)
                                .atStartOfDay(LONDON)
                                .toInstant()
                                .equals(Instant.parse(deadline.required("dueAt").asText()))))
                .as("I7 deadlines that do not end with their day")
                .isEmpty();
    }

    void lapsedOnceAndNotEarly(List<Stored.Event> lapses) {
        Difference.none(
                "I7 lapses",
                lapses.stream().map(Deadlines::lapse).toList(),
                lapses.stream().map(Deadlines::lapse).distinct().toList());
        assertThat(lapses.stream().filter(lapse -> lapse.recordedAt().isBefore(Instant.parse(lapse.fact("due")))))
                .as("I7 early lapses")
                .isEmpty();
    }

    /** At rest a deadline that is due has lapsed, and its owner has said what came of it. */
    void areNoneOpenAndDue(Instant now) {
        assertThat(stored.count(
                        "notification",
                        "deadline_watch where tenant = '%s' and status = 'open' and due_at <= timestamptz '%s'"
                                .formatted(council, now)))
                .as("I7 deadlines that are due and have not lapsed")
                .isZero();
    }

    /** Of each confirmed breach those whom its owner named were told once, and nobody else. */
    void areToldOfAsTheirOwnerConfirmed(List<Stored.Event> enquiries) {
        List<String> named = new ArrayList<>();
        enquiries.forEach(event -> {
            if (event.type().equals("deadline-breached")) {
                named.addAll(named(event.fact("deadlineId"), event.facts().required("climb")));
            } else if (event.type().equals("enquiry-assigned")) {
                event.facts()
                        .required("deadlines")
                        .forEach(deadline ->
                                named.addAll(named(deadline.required("id").asText(), deadline.required("climb"))));
            }
        });
        Difference.none(
                "I7 told",
                counted(stored.rows("notification", """
                        select deadline_id || ' ' || person || ' ' || told_as from notification
                        where about = 'deadline-breached' and tenant = '%s'""".formatted(council), row -> row.getString(1))),
                counted(named));
    }

    /** What was put right and missed again is told again. */
    private static Set<Map.Entry<String, Long>> counted(List<String> told) {
        return told.stream().collect(groupingBy(each -> each, counting())).entrySet();
    }

    private static List<String> named(String deadline, JsonNode climb) {
        List<String> named = new ArrayList<>();
        climb.required("told")
                .forEach(told -> named.add("%s %s %s"
                        .formatted(
                                deadline,
                                told.required("person").asText(),
                                told.required("as").asText())));
        return named;
    }

    static String lapse(Stored.Event event) {
        return "%s revision %s rung %s".formatted(event.fact("deadlineId"), event.fact("revision"), event.fact("rung"));
    }
}
