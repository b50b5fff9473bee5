package uk.concordat.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import uk.concordat.local.LocalStack;

/** What must be true after any fault, once the stack has come to rest. */
final class Invariants {

    private static final Duration REST = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final Stored stored;
    private final Ledger ledger;
    private final String council;

    Invariants(LocalStack stack, Ledger ledger) {
        this(stack, ledger, "city-of-london");
    }

    /** @param ledger what that council's people were answered */
    Invariants(LocalStack stack, Ledger ledger, String council) {
        this.council = council;
        this.stack = stack;
        this.stored = new Stored(stack);
        this.ledger = ledger;
    }

    void hold() {
        everythingRests();
        List<Stored.Event> enquiries = events("enquiry", "enquiry");
        List<Stored.Event> lapses = events("notification", "deadline");
        acknowledgedIsStored(enquiries);
        List.of(enquiries, lapses, events("council", "council")).forEach(Invariants::versionsAreContiguous);
        theTopicHoldsWhatIsStored("enquiries", enquiries);
        theTopicHoldsWhatIsStored("notifications", lapses);
        theCouncilsTopicHoldsWhatIsStored();
        eachMessageWasTakenInOnce(enquiries, lapses);
        viewsEqualTheFold();
        eachDeadlineLapsedOnceAndNotEarly(lapses);
        nobodyWasToldOfWhatTheOwnerDidNotConfirm(enquiries);
    }

    private List<Stored.Event> events(String database, String streamType) {
        return stored.events(database, streamType).stream()
                .filter(event -> event.tenant().equals(council))
                .toList();
    }

    /** I6. */
    private void everythingRests() {
        stack.awaitRest(REST);
        for (String database : List.of("council", "enquiry", "notification")) {
            assertThat(stored.count(database, "outbox"))
                    .as("I6 unsent of %s", database)
                    .isZero();
            assertThat(stored.rows(
                            database,
                            "select kind || ' ' || subject || ' ' || cause from parked",
                            row -> row.getString(1)))
                    .as("I6 parked in %s", database)
                    .isEmpty();
        }
    }

    /** I1: each acknowledged act is stored, and as often as it was acknowledged. */
    private void acknowledgedIsStored(List<Stored.Event> enquiries) {
        Map<Ledger.Acknowledged, Long> acts = enquiries.stream()
                .collect(groupingBy(event -> new Ledger.Acknowledged(event.stream(), event.type()), counting()));
        Map<Ledger.Acknowledged, Long> acknowledged =
                ledger.acknowledged().stream().collect(groupingBy(act -> act, counting()));
        assertThat(acknowledged)
                .as("I1")
                .isNotEmpty()
                .allSatisfy((act, times) -> assertThat(acts).containsEntry(act, times));
    }

    /** I2. */
    private static void versionsAreContiguous(List<Stored.Event> events) {
        events.stream()
                .collect(groupingBy(
                        Stored.Event::stream, Collectors.mapping(Stored.Event::version, Collectors.toList())))
                .forEach((stream, versions) ->
                        assertThat(versions).as("I2 %s", stream).isEqualTo(upTo(versions.size())));
    }

    /** I3. */
    private void theTopicHoldsWhatIsStored(String topic, List<Stored.Event> events) {
        Published published = Published.on("concordat." + council + "." + topic, stack.bootstrapServers());
        assertThat(published.ids())
                .as("I3 %s", topic)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(Stored.Event::id).toList());
        published
                .sequencesBySubject()
                .forEach((subject, sequences) ->
                        assertThat(sequences).as("I3 %s", subject).isEqualTo(upTo(sequences.size())));
    }

    /** I3, where versions grow and holes are normal. */
    private void theCouncilsTopicHoldsWhatIsStored() {
        Published documents = Published.on("concordat.councils", stack.bootstrapServers());
        assertThat(documents.ids())
                .as("I3 councils")
                .containsExactlyInAnyOrderElementsOf(stored.events("council", "council").stream()
                        .map(Stored.Event::id)
                        .toList());
        documents
                .sequencesBySubject()
                .forEach((subject, versions) ->
                        assertThat(versions).as("I3 %s", subject).isSorted().doesNotHaveDuplicates());
    }

    /** I4: each consumer stands at the last message of each subject, and each lapse was answered once. */
    private void eachMessageWasTakenInOnce(List<Stored.Event> enquiries, List<Stored.Event> lapses) {
        assertThat(taken("notification")).as("I4 notification-service").isEqualTo(lastSequences(enquiries));
        assertThat(taken("enquiry")).as("I4 enquiry-service").isEqualTo(lastSequences(lapses));
        Map<String, Long> answers = enquiries.stream()
                .filter(event -> Set.of("deadline-breached", "deadline-spared").contains(event.type()))
                .collect(groupingBy(event -> lapse(event), counting()));
        assertThat(answers)
                .as("I4 answers to lapses")
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(answers.keySet())
                .as("I4 lapses answered")
                .containsAll(lapses.stream().map(Invariants::lapse).toList());
    }

    private Map<String, Long> taken(String database) {
        return stored
                .rows(
                        database,
                        "select subject, sequence from inbox where tenant = '%s'".formatted(council),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Long> lastSequences(List<Stored.Event> events) {
        return events.stream()
                .collect(Collectors.toMap(event -> event.stream().toString(), Stored.Event::sequence, Math::max));
    }

    private static String lapse(Stored.Event event) {
        return "%s revision %s rung %s".formatted(event.fact("deadlineId"), event.fact("revision"), event.fact("rung"));
    }

    /** I5: a case read from its events and its row in the list say the same. */
    private void viewsEqualTheFold() {
        Portal portal = new Portal(stack, council);
        List<UUID> ids = stored.rows(
                "enquiry",
                "select id from visible_enquiry where tenant = '%s'".formatted(council),
                row -> row.getObject(1, UUID.class));
        assertThat(ids)
                .as("I5 rows")
                .containsExactlyInAnyOrderElementsOf(events("enquiry", "enquiry").stream()
                        .map(Stored.Event::stream)
                        .collect(Collectors.toSet()));
        Portal.Answer listed = portal.get("head-of-paid-service", "enquiry-service", "/enquiries?limit=200");
        long betweenTwo = events("enquiry", "enquiry").stream()
                .filter(event -> event.type().equals("enquiry-put-to-member"))
                .count();
        assertThat(listed.body().at("/items"))
                .as("I5 list")
                .hasSize((int) (ids.size() - betweenTwo))
                .allSatisfy(row -> {
                    Portal.Answer folded = portal.get(
                            "head-of-paid-service",
                            "enquiry-service",
                            "/enquiries/" + row.required("id").asText());
                    for (String field :
                            List.of("reference", "status", "overdue", "subject", "member", "officer", "receivedAt")) {
                        assertThat(row.required(field))
                                .as("I5 %s", field)
                                .isEqualTo(folded.body().required(field));
                    }
                });
    }

    /** I7, the clock's half. */
    private static void eachDeadlineLapsedOnceAndNotEarly(List<Stored.Event> lapses) {
        assertThat(lapses.stream().map(Invariants::lapse)).as("I7 lapses").doesNotHaveDuplicates();
        assertThat(lapses)
                .as("I7 never early")
                .allSatisfy(lapse -> assertThat(lapse.recordedAt()).isAfterOrEqualTo(Instant.parse(lapse.fact("due"))));
    }

    /** I7, the people's half: of each confirmed breach those whom its owner named were told once, and nobody else. */
    private void nobodyWasToldOfWhatTheOwnerDidNotConfirm(List<Stored.Event> enquiries) {
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
        assertThat(stored.rows("notification", """
                        select deadline_id || ' ' || person || ' ' || told_as from notification
                        where about = 'deadline-breached' and tenant = '%s'""".formatted(council), row -> row.getString(1)))
                .as("I7 told")
                .containsExactlyInAnyOrderElementsOf(named);
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

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
