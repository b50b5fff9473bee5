package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.installation.Installation;

/** What an operator sees of what waits: enough to act on, and nothing that anybody may have written. */
class DeadLetterDeskTest {

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);
    private final OperatedInbox operator = new OperatedInbox(installation, deliveries.inbox());

    @Test
    void it_lists_what_waits_by_pages_with_its_cause_and_how_many_wait_behind_it() {
        deliveries.receive(record("a", 1), record("a", 2, "broken"), record("b", 2), record("a", 3), record("a", 4));

        List<ParkedRecord> first = operator.list(Optional.empty(), Optional.empty(), 3);
        List<ParkedRecord> second = operator.list(Optional.of(first.getLast().id()), Optional.empty(), 3);

        assertThat(first)
                .extracting(DeadLetterDeskTest::line)
                .containsExactly(
                        "reader a 2 broken, its turn, 2 behind",
                        "reader b 2 early, not its turn, 0 behind",
                        "reader a 3 early, not its turn, 1 behind");
        assertThat(second)
                .extracting(DeadLetterDeskTest::line)
                .containsExactly("reader a 4 early, not its turn, 0 behind");
        assertThat(operator.list(Optional.empty(), Optional.of("broken"), 3)).containsExactly(first.getFirst());
        assertThat(first.getFirst().type()).contains("test.parcel.posted.v1");
        assertThat(first.getFirst().partition()).contains(2);
        assertThat(first.getFirst().offset()).contains(2L);
        assertThat(first.getFirst().cause()).isEqualTo("the data is not JSON: JsonParseException");
    }

    @Test
    void another_tenants_are_not_seen() {
        new Inbox("reader", installation.transactions(), "dead-letters")
                .receive(new Tenant("south"), record("a", 2), Deliveries::note);

        assertThat(operator.list()).isEmpty();
        assertThat(operator.gaps()).isEmpty();
        assertThat(operator.waiting()).isEmpty();
    }

    @Test
    void it_shows_the_shape_of_the_data_and_no_value_but_the_attributes() {
        var headers = Deliveries.headers("a", "2");
        headers.put("from", "Aunt Philippa");
        deliveries.receive(record(headers, "a", 1, """
                {"name":"Philippa","on":"2026-12-24","at":"2026-12-24T10:00:00Z","count":3,"none":null,"yes":true,
                 "id":"01980000-0000-7000-8000-000000000001","parcels":[{"to":"Philippa"},{"to":"Zo"}],"Dear Philippa":1}"""));

        Inspected inspected = operator.inspect(operator.id("a", 2));

        assertThat(inspected.attributes()).containsEntry("ce_subject", "a").containsEntry("ce_sequence", "2");
        assertThat(inspected.otherHeaders()).contains(new Inspected.OtherHeader("from", 13));
        assertThat(inspected.contents().shape().orElseThrow()).hasToString("""
                {"name":"text of 8","on":"time","at":"time","count":"number","none":"null","yes":"boolean","id":"uuid",\
                "parcels":[{"to":"text of 8"},"and 1 more"],"(a name of 13 characters)":"number"}""");
        assertThat(inspected.toString()).doesNotContain("Philippa");
    }

    @Test
    void of_attributes_only_those_that_a_service_writes_are_shown_in_the_form_in_which_it_writes_them() {
        var headers = Deliveries.headers("a", "2");
        headers.put("ce_type", "philippa.jones@example.org");
        headers.put("ce_author", "Philippa");
        deliveries.receive(record(headers, "a", 1, "{}"));

        Inspected inspected = operator.inspect(operator.id("a", 2));

        assertThat(inspected.record().type()).contains("(26 characters)");
        assertThat(inspected.otherHeaders())
                .contains(new Inspected.OtherHeader("ce_author", 8), new Inspected.OtherHeader("ce_type", 26));
        assertThat(inspected.toString()).doesNotContainIgnoringCase("philippa");
    }

    @Test
    void what_a_stranger_calls_a_subject_is_shown_neither_in_the_list_nor_as_a_hole() {
        String words = "Philippa Jones, 3 Elm Road";
        deliveries.receive(record(words, 2));

        assertThat(operator.list()).extracting(ParkedRecord::subject).containsExactly("(26 characters)");
        assertThat(operator.gaps()).extracting(Gap::subject).containsExactly("(26 characters)");
    }

    @Test
    void a_type_that_is_not_known_is_not_quoted_unless_it_has_the_form_of_one() {
        assertThat(List.of(
                        NotYet.ofUnknownType(typed("test.parcel.lost.v2")).reason(),
                        NotYet.ofUnknownType(typed("Dear Philippa")).reason()))
                .containsExactly(
                        "waits for a newer build, which knows the type test.parcel.lost.v2",
                        "waits for a newer build, which knows the type (13 characters)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            {"a": "Philippa | 15 | JsonEOFException at byte 15
            Philippa        | 8  | JsonParseException at byte 9
            null            | 0  | there is no value
            """)
    void what_is_no_json_says_where_it_is_none(String value, int bytes, String problem) {
        deliveries.receive(record("a", 1, value));

        Contents contents = operator.inspect(operator.id("a", 1)).contents();

        assertThat(contents.bytes()).isEqualTo(bytes);
        assertThat(contents.shape()).isEmpty();
        assertThat(contents.problem())
                .hasValueSatisfying(shown -> assertThat(shown)
                        .startsWith(problem.replaceFirst("\\d+$", ""))
                        .doesNotContain("Philippa"));
    }

    @Test
    void it_names_each_subject_that_waits_for_a_record_that_has_not_come() {
        deliveries.receive(record("a", 1), record("a", 4), record("a", 3), record("b", 1, "broken"), record("b", 2));
        deliveries.receive(record(Map.of(), "c", 9, "{}"));

        assertThat(operator.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.subject()).isEqualTo("a");
            assertThat(gap.lastTaken()).isEqualTo(1);
            assertThat(gap.needed()).isEqualTo(2);
            assertThat(gap.nextParked()).isEqualTo(3);
            assertThat(gap.nextParkedId()).isEqualTo(operator.id("a", 3));
            assertThat(gap.waiting()).isEqualTo(2);
            assertThat(installation.ask(
                            "select '%s' = min(parked_at) from parked where subject = 'a'".formatted(gap.since())))
                    .containsExactly("t");
        });

        deliveries.receive(record("a", 2));
        assertThat(operator.gaps()).isEmpty();
    }

    @Test
    void it_counts_what_waits_by_kind_and_tells_the_age_of_the_oldest() {
        deliveries.receive(record("a", 2), record("a", 3), record("b", 1, "broken"));
        installation.execute("update parked set parked_at = parked_at - interval '1 hour' where sequence = 2");

        assertThat(operator.waiting())
                .extracting(DeadLetterDesk.Waiting::kind, DeadLetterDesk.Waiting::records)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("broken", 1L),
                        org.assertj.core.groups.Tuple.tuple("early", 2L));
        assertThat(operator.waiting().getLast().oldest())
                .isBetween(java.time.Duration.ofHours(1), java.time.Duration.ofHours(2));
    }

    private static String line(ParkedRecord record) {
        return "%s %s %d %s, %s, %d behind"
                .formatted(
                        record.consumer(),
                        record.subject(),
                        record.sequence(),
                        record.kind(),
                        record.isItsTurn() ? "its turn" : "not its turn",
                        record.behind());
    }

    private static Message typed(String type) {
        return new Message(
                "1", "/post", type, "a", 1, Optional.empty(), Optional.empty(), JsonNodeFactory.instance.objectNode());
    }
}
