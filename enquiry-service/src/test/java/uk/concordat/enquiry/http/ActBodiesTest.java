package uk.concordat.enquiry.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act's body is read as strictly as the one that creates; what is wrong in it leaves nothing behind. */
@QuarkusTest
class ActBodiesTest extends OverHttp {

    private static final Map<String, String> NO_BODIES = Map.ofEntries(
            Map.entry("", "body-missing"),
            Map.entry("null", "body-missing"),
            Map.entry("[]", "wrong-type"),
            Map.entry("[{\"text\":\"a\"}]", "wrong-type"),
            Map.entry("\"text\"", "wrong-type"),
            Map.entry("5", "wrong-type"),
            Map.entry("{", "broken-json"),
            Map.entry("{'text':'a'}", "broken-json"),
            Map.entry("{\"by\":\"officer-2\"}", "unknown-field"),
            Map.entry("{\"text \":\"a\"}", "unknown-field"),
            Map.entry("{\"\\u0000\":\"a\"}", "unknown-field"),
            Map.entry("{\"departure\":null,\"departure\":null}", "field-twice"));

    static List<String> acts() {
        return ACTS;
    }

    @ParameterizedTest
    @MethodSource("acts")
    void a_body_that_the_api_does_not_describe_is_refused(String act) {
        Acts.Ready ready = Acts.ready(act);
        Stored before = Stored.now();
        NO_BODIES.forEach((body, code) -> Problems.assertProblem(ready.send(body), 400, code));
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acknowledgement | text        | 5; true; []; {}; [\"a\"]",
                "holding-reply   | text        | 5; true; []; {}",
                "holding-reply   | reasons     | 5; true; []; {}",
                "holding-reply   | acknowledges | 0; 1; \"true\"; \"\"; []; {}",
                "timescale       | explanation | 5; true; []; {}",
                "timescale       | replyBy     | 5; true; []; {}; \"\"; \"soon\"; \"2027-02-30\"; \"2027-01-22T00:00:00Z\"",
                "response        | text        | 5; true; []; {}",
                "assignment      | officer     | 5; true; []; {}",
                "assignment      | reason      | 5; true; []; {}",
                "follow-up       | text        | 5; true; []; {}",
                "reopening       | reason      | 5; true; []; {}",
                "closure         | reason      | 5; true; []; {}",
                "withdrawal      | reason      | 5; true; []; {}"
            })
    void a_value_of_the_wrong_type_is_refused_and_its_field_named(String act, String field, String values) {
        Acts.Ready ready = Acts.ready(act);
        Stored before = Stored.now();
        for (String value : values.split("; ")) {
            Problems.assertProblem(ready.send(Json.with(Acts.body(act), field, value)), 400, "wrong-type", "/" + field);
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledgement, text",
        "holding-reply, text",
        "response, text",
        "assignment, officer",
        "follow-up, text",
        "reopening, reason"
    })
    void what_an_act_needs_is_neither_missing_nor_blank(String act, String field) {
        Acts.Ready ready = Acts.ready(act);
        Stored before = Stored.now();
        Problems.assertProblem(ready.send(Json.without(Acts.body(act), field)), 400, "field-missing", "/" + field);
        Problems.assertProblem(ready.send(Json.with(Acts.body(act), field, "null")), 400, "field-missing");
        Problems.assertProblem(ready.send(Json.withText(Acts.body(act), field, "")), 400, "field-blank");
        Problems.assertProblem(ready.send(Json.withText(Acts.body(act), field, " \n")), 400, "field-blank");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledgement, text, 20000",
        "holding-reply, text, 20000",
        "holding-reply, reasons, 20000",
        "timescale, explanation, 20000",
        "response, text, 20000",
        "assignment, officer, 200",
        "assignment, reason, 20000",
        "follow-up, text, 20000",
        "reopening, reason, 20000",
        "closure, reason, 20000",
        "withdrawal, reason, 20000"
    })
    void words_that_are_too_many_or_no_words_are_refused(String act, String field, int most) {
        Acts.Ready ready = Acts.ready(act);
        Stored before = Stored.now();
        Problems.assertProblem(
                ready.send(Json.withText(Acts.body(act), field, "a".repeat(most + 1))), 400, "field-too-long");
        for (String unreadable : List.of("a\u0000", "\ud800")) {
            String body = Json.escaped(Json.object(Acts.body(act)).put(field, unreadable));
            Problems.assertProblem(ready.send(body), 400, "field-unreadable");
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void a_body_over_a_mebibyte_is_too_large(String act) {
        Acts.Ready ready = Acts.ready(act);
        Stored before = Stored.now();
        Problems.assertProblem(ready.send("{\"text\":\"%s\"}".formatted("a".repeat(1_048_577))), 413, "body-too-large");
        before.assertUnchanged();
    }
}
