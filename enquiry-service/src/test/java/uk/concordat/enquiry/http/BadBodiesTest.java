package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is not what the API describes is refused, told where it is wrong, and leaves nothing behind. */
@QuarkusTest
class BadBodiesTest extends OverHttp {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind       | 0; 1.5; true; [\"question\"]; {}; \"\"; \"0\"; \"QUESTION\"; \"Question\"; \"complaint\"",
                "subject    | 5; 5.5; false; [\"a\"]; {\"a\":1}",
                "text       | 5; 5.5; false; []; {}",
                "factual    | 0; 1; \"true\"; \"\"; \"yes\"; [true]; {}",
                "capacity   | 0; true; [\"ward\"]; {}; \"\"; \"WARD\"; \"0\"; \"mayor\"",
                "channel    | 3; true; [\"fax\"]; {}; \"\"; \"TELEPHONE\"; \"3\"; \"pigeon\"",
                "addressee  | 5; true; [\"officer-1\"]; {}",
                "onBehalfOf | 5; 5.5; true; [\"member-red-1\"]; {}",
                "receivedAt | 1798102500; 1798102500.5; \"1798102500\"; \"1798102500.5\"; \"\"; \" \"; \"yesterday\"; \"2026-12-24\"; \"2026-12-24T09:15:00\"; \"2026-02-30T09:15:00Z\"; \"2026-13-01T09:15:00Z\"; true; [2026,12,24]; {}"
            })
    void a_value_of_the_wrong_type_is_refused_and_its_field_named(String field, String values) {
        Stored before = Stored.now();
        for (String value : values.split("; ")) {
            Response answer = as("member-services")
                    .body(Json.with(logged(), field, value))
                    .post("/enquiries");

            Problems.assertProblem(answer, 400, "wrong-type", "/" + field);
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "subject", "text", "factual", "capacity", "channel", "addressee"})
    void a_required_field_that_is_missing_or_null_is_refused_and_named(String field) {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1").body(Json.without(own(), field)).post("/enquiries"),
                400,
                "field-missing",
                "/" + field);
        Problems.assertProblem(
                as("member-red-1").body(Json.with(own(), field, "null")).post("/enquiries"),
                400,
                "field-missing",
                "/" + field);
        before.assertUnchanged();
    }

    @Test
    void an_unknown_field_is_refused_and_the_known_ones_are_listed() {
        Stored before = Stored.now();

        Response answer = as("member-red-1")
                .body(Json.with(own(), "adressee", "\"officer-1\""))
                .post("/enquiries");

        Problems.assertProblem(answer, 400, "unknown-field", "/adressee");
        assertThat(text(answer, "detail"))
                .contains(
                        "addressee, capacity, channel, departure, factual, kind, onBehalfOf, receivedAt, subject, text");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "reference", "status", "council", "member", "Kind", "subject ", "\\u0000", "\\u202e"})
    void no_field_is_taken_that_the_api_does_not_describe(String name) {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(own().replaceFirst("\\{", Matcher.quoteReplacement("{\"%s\":\"x\",".formatted(name))))
                        .post("/enquiries"),
                400,
                "unknown-field");
        before.assertUnchanged();
    }

    @Test
    void a_field_that_stands_twice_is_refused_even_with_the_same_value() {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(own().replaceFirst("\\{", "{\"kind\":\"question\","))
                        .post("/enquiries"),
                400,
                "field-twice");
        before.assertUnchanged();
    }

    static Stream<Arguments> noObjects() {
        return Stream.of(
                Arguments.of("", "body-missing"),
                Arguments.of("   \n", "body-missing"),
                Arguments.of("null", "body-missing"),
                Arguments.of("[]", "wrong-type"),
                Arguments.of("[" + own() + "]", "wrong-type"),
                Arguments.of(own() + own(), "wrong-type"),
                Arguments.of("5", "wrong-type"),
                Arguments.of("true", "wrong-type"),
                Arguments.of("\"\"", "wrong-type"),
                Arguments.of("\"kind\"", "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void a_body_that_is_no_object_is_refused(String body, String code) {
        Stored before = Stored.now();

        Problems.assertProblem(as("member-red-1").body(body).post("/enquiries"), 400, code);
        before.assertUnchanged();
    }

    static Stream<String> brokenJson() {
        return Stream.of(
                "{",
                "}",
                "{\"kind\"",
                "{\"kind\":}",
                "{\"kind\":quest}",
                "{\"kind\":\"question\"",
                "{\"subject\":\"Street",
                "{\"subject\":\"Street\nlighting\"}",
                "{\"subject\":\"\\x\"}",
                "{\"factual\":tru}",
                "{\"factual\":NaN}",
                "{'kind':'question'}",
                "{kind:\"question\"}",
                "{\"kind\":\"question\",}",
                "// a comment\n{}",
                own() + "x",
                own() + ",",
                "kind=question",
                "<enquiry/>",
                "{\"\\ud800\":\"x\"}");
    }

    @ParameterizedTest
    @MethodSource("brokenJson")
    void broken_json_is_refused_with_the_place_where_it_breaks(String body) {
        Stored before = Stored.now();

        Problems.assertProblem(as("member-red-1").body(body).post("/enquiries"), 400, "broken-json", "line ");
        before.assertUnchanged();
    }

    @Test
    void json_beyond_all_measure_is_refused() {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1").body("{\"text\":" + "9".repeat(2_000) + "}").post("/enquiries"),
                400,
                "broken-json",
                "too long");
        Problems.assertProblem(as("member-red-1").body("[".repeat(1_200)).post("/enquiries"), 400, "wrong-type");
        before.assertUnchanged();
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        Stored before = Stored.now();
        byte[] latin1 = Json.withText(own(), "text", "Siân").getBytes(StandardCharsets.ISO_8859_1);

        Problems.assertProblem(as("member-red-1").body(latin1).post("/enquiries"), 400, "broken-json");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acknowledgement | {}                       | field-missing",
                "acknowledgement | {\"text\":null}          | field-missing",
                "acknowledgement | {\"text\":5}             | wrong-type",
                "acknowledgement | {\"text\":\"  \"}        | field-blank",
                "acknowledgement | {\"txt\":\"Seen.\"}      | unknown-field",
                "acknowledgement | {\"text\":\"a\",\"text\":\"a\"} | field-twice",
                "acknowledgement | {\"text\":               | broken-json",
                "acknowledgement | null                     | body-missing",
                "acknowledgement | []                       | wrong-type",
                "response        | {}                       | field-missing",
                "response        | {\"text\":[\"a\"]}       | wrong-type",
                "response        | {\"text\":\"\"}          | field-blank",
                "response        | {\"text\":\"\\u0000\"}   | field-unreadable",
                "response        | \"By Friday.\"           | wrong-type",
                "withdrawal      | null                     | body-missing",
                "withdrawal      | {\"reason\":5}           | wrong-type",
                "withdrawal      | {\"reason\":\" \"}       | field-blank",
                "withdrawal      | {\"why\":\"Mended.\"}    | unknown-field"
            })
    void an_acts_body_is_read_as_strictly(String act, String body, String code) {
        Response received = received();
        Stored before = Stored.now();

        String who = act.equals("withdrawal") ? "member-red-1" : "officer-1";
        Problems.assertProblem(act(who, received, act, body), 400, code);
        before.assertUnchanged();
    }

    @Test
    void an_act_without_a_body_is_told_to_send_one() {
        Response received = received();

        Problems.assertProblem(act("member-red-1", received, "withdrawal", ""), 400, "body-missing");
        Problems.assertProblem(
                as("officer-1")
                        .header("If-Match", received.header("ETag"))
                        .post("/enquiries/{id}/acknowledgement", id(received)),
                400,
                "body-missing");
    }
}
