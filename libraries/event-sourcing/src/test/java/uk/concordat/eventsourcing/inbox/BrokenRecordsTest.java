package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.inbox.Deliveries.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.installation.Installation;

/** What cannot be taken in is parked with its cause: its own subject waits behind it, and nobody else. */
class BrokenRecordsTest {

    private static final Effect FAILING = (_, _) -> {
        throw new UnsupportedOperationException("Dear Aunt Philippa");
    };

    private final Installation installation = Installation.clean();
    private final Deliveries deliveries = new Deliveries(installation);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", quoteCharacter = '~', textBlock = """
                    {"broken":                 | the data is not JSON: JsonEOFException
                    Dear Philippa              | the data is not JSON: JsonParseException
                    {"a": 1} {"b": 2}          | the data is not JSON: MismatchedInputException
                    null                       | the data is not a JSON object
                    [1, 2]                     | the data is not a JSON object
                    "text"                     | the data is not a JSON object
                    """)
    void a_record_that_is_no_message_holds_up_its_own_subject_only(String value, String cause) {
        deliveries.receive(record("a", 1), record("a", 2, value), record("a", 3), record("b", 1), record("a", 4));

        assertThat(deliveries.effects()).containsExactly("a 1", "b 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 2 broken: " + cause,
                        "a 3 early: sequence 3 came after 1",
                        "a 4 early: sequence 4 came after 1");
        assertThat(deliveries.deadLetters()).startsWith("a-2 broken: " + cause).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_source", "ce_subject", "ce_sequence"})
    void a_record_without_its_place_is_parked_by_where_it_lay(String missing) {
        Map<String, String> headers = Deliveries.headers("a", "1");
        headers.remove(missing);

        deliveries.receive(record(headers, "a", 40, "{}"), record(headers, "a", 41, "{}"), record("b", 1));
        deliveries.receive(record(headers, "a", 40, "{}"));

        String cause = " 1 broken: not a CloudEvent with source, subject and sequence";
        assertThat(deliveries.parked()).containsExactly("parcels-2@40" + cause, "parcels-2@41" + cause);
        assertThat(deliveries.deadLetters()).hasSize(2);
        assertThat(deliveries.effects()).containsExactly("b 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-1", "1.0", "one", "99999999999999999999"})
    void a_sequence_that_is_none_is_missing(String sequence) {
        deliveries.receive(record(Deliveries.headers("a", sequence), "a", 40, "{}"));

        assertThat(deliveries.parked())
                .containsExactly("parcels-2@40 1 broken: not a CloudEvent with source, subject and sequence");
    }

    @Test
    void a_record_without_a_value_or_larger_than_a_message_can_be_holds_up_its_own_subject_only() {
        String two = "{\"of\":\"%s\"}".formatted("x".repeat(2 * 1024 * 1024));

        deliveries.receive(record("a", 1, null), record("b", 1, two), record("a", 2), record("b", 2), record("c", 1));

        assertThat(deliveries.effects()).containsExactly("c 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 1 broken: the data is not a JSON object",
                        "a 2 early: sequence 2 came after 0",
                        "b 1 broken: the data has 2097161 bytes; at most 1048576 are read",
                        "b 2 early: sequence 2 came after 0");
    }

    @Test
    void bytes_that_are_no_text_are_no_message() {
        byte[] latin = "{\"name\":\"Zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1);

        deliveries.receive(new IncomingRecord("parcels", 2, 7, "a", Deliveries.headers("a", "1"), latin));

        assertThat(deliveries.parked()).singleElement().asString().startsWith("a 1 broken: the data is not JSON: ");
    }

    /** As two subjects look alike whose bytes are no text. */
    @Test
    void two_names_that_cannot_be_read_are_not_taken_for_one() {
        deliveries.receive(
                record(Deliveries.headers("\uFFFD", "1"), "a", 40, "{}"),
                record(Deliveries.headers("\uFFFD", "1"), "b", 41, "{}"));

        assertThat(deliveries.effects()).isEmpty();
        assertThat(deliveries.parked()).hasSize(2);
    }

    @Test
    void what_another_than_the_topics_own_sender_says_is_not_taken_in_and_holds_up_nobody() {
        deliveries.receiveFrom("/post/south", record("a", 1), record("b", 2));

        assertThat(deliveries.effects()).isEmpty();
        String cause = " 1 broken: its source is not the one that speaks on this topic";
        assertThat(deliveries.parked()).containsExactly("parcels-2@1" + cause, "parcels-2@2" + cause);

        deliveries.receiveFrom(Deliveries.SOURCE, record("a", 1));
        assertThat(deliveries.effects()).containsExactly("a 1");
    }

    @Test
    void what_the_database_could_not_keep_is_parked_all_the_same() {
        Map<String, String> tooLong = Deliveries.headers("a".repeat(5_000), "1");
        Map<String, String> withNul = Deliveries.headers("n\0l", "1");
        withNul.put("other\0", "\0");

        deliveries.receive(record(tooLong, "a", 1, "{}"));
        deliveries.receive(FAILING, record(withNul, "k\0", 2, "{\"text\": \"\\u0000\"}"));

        assertThat(deliveries.parked())
                .containsExactlyInAnyOrder(
                        "parcels-2@1 1 broken: not a CloudEvent with source, subject and sequence",
                        "parcels-2@2 1 broken: not a CloudEvent with source, subject and sequence");
        assertThat(deliveries.deadLetters()).hasSize(2);
    }

    @Test
    void an_effect_that_fails_parks_its_record_and_the_cause_quotes_nothing() {
        deliveries.receive(FAILING, record("a", 1));
        deliveries.receive(record("a", 2), record("b", 1));

        assertThat(deliveries.effects()).containsExactly("b 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 1 broken: UnsupportedOperationException in BrokenRecordsTest",
                        "a 2 early: sequence 2 came after 0");
        assertThat(deliveries.deadLetters())
                .startsWith("a-1 broken: UnsupportedOperationException in BrokenRecordsTest");
    }

    @Test
    void one_that_was_early_and_turns_out_broken_at_its_turn_is_then_parked_as_broken() {
        deliveries.receive(record("a", 2), record("a", 3));

        deliveries.receive(
                (transaction, message) -> {
                    if (message.sequence() == 2) {
                        throw new UnsupportedOperationException();
                    }
                    Deliveries.note(transaction, message);
                },
                record("a", 1));
        deliveries.retryEarly(Deliveries::note);

        assertThat(deliveries.effects()).containsExactly("a 1");
        assertThat(deliveries.parked())
                .containsExactly(
                        "a 2 broken: UnsupportedOperationException in BrokenRecordsTest",
                        "a 3 early: sequence 3 came after 0");
        assertThat(deliveries.deadLetters())
                .containsExactly(
                        "a-2 early: sequence 2 came after 0",
                        "a-3 early: sequence 3 came after 0",
                        "a-2 broken: UnsupportedOperationException in BrokenRecordsTest");
    }

    @Test
    void a_broken_record_is_parked_and_told_of_once_however_often_it_comes() {
        deliveries.receive(record("a", 1, "broken"), record("a", 1, "broken"));
        deliveries.receive(FAILING, record("b", 1), record("b", 1));

        assertThat(deliveries.parked()).hasSize(2);
        assertThat(deliveries.deadLetters())
                .containsExactly(
                        "a-1 broken: the data is not JSON: JsonParseException",
                        "b-1 broken: UnsupportedOperationException in BrokenRecordsTest");
    }

    @Test
    void a_dead_letter_is_the_record_with_its_cause_and_where_it_came_from() {
        deliveries.receive(record(Deliveries.headers("a", "1"), "the key", 77, "broken"));

        assertThat(installation.ask("select key || ' ' || encode(value, 'escape') from outbox"))
                .containsExactly("the key broken");
        assertThat(installation
                        .ask("select jsonb_pretty(outbox.headers) from outbox")
                        .getFirst())
                .contains("\"ce_source\": \"/post/north\"", "\"ce_subject\": \"a\"", "\"ce_sequence\": \"1\"")
                .contains("\"dead-letter-topic\": \"parcels\"")
                .contains("\"dead-letter-partition\": \"2\"", "\"dead-letter-offset\": \"77\"");
    }

    @Test
    void a_record_too_large_for_a_dead_letter_is_parked_whole_and_its_dead_letter_says_so() {
        String large = "x".repeat(1_000_000);

        deliveries.receive(record("a", 1, large));

        assertThat(installation.ask("select length(value) from parked")).containsExactly("1000000");
        assertThat(installation.ask("select headers ->> 'dead-letter-value' from outbox where value is null"))
                .containsExactly("left out: 1000000 bytes, which are parked");
        assertThat(large.getBytes(StandardCharsets.UTF_8)).hasSize(1_000_000);
    }

    @Test
    void nor_are_headers_and_a_key_copied_that_would_not_fit() {
        var headers = Deliveries.headers("a", "1");
        headers.put("letter", "x".repeat(1_500_000));

        deliveries.receive(record(headers, "k".repeat(600_000), 1, "broken"));

        assertThat(installation.ask("""
                        select concat_ws('; ', length(headers::text) < 2000, key = '', headers ->> 'dead-letter-key',
                          jsonb_exists(headers, 'dead-letter-headers'), headers ->> 'ce_subject') from outbox""")).containsExactly("t; t; left out: 600000 characters; t; a");
        assertThat(installation.ask("select length(headers ->> 'letter') from parked"))
                .containsExactly("1500000");
    }
}
