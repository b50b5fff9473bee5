package uk.concordat.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    public enum Colour {
        RED("red"),
        DARK_BLUE("dark-blue");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    record Part(@Nullable String name) {}

    record Body(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable Integer count,
            Optional<String> note,
            Optional<Instant> since,
            @Nullable List<String> words,
            @Nullable Part part) {}

    private static Body read(String body) {
        return StrictJson.read(body.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static Problem refused(byte[] body) {
        return catchThrowableOfType(MalformedRequest.class, () -> StrictJson.read(body, Body.class))
                .problem();
    }

    private static Problem refused(String body) {
        return refused(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_as_described_is_read() {
        assertThat(read("""
                        {"text":"Grüße, 王 🙂","flag":true,"colour":"dark-blue","at":"2026-12-24T09:15:00.5+01:00",
                         "day":"2026-12-24","count":3,"note":"n","since":"2026-01-01T00:00:00Z","words":["a","b"],
                         "part":{"name":"p"}}"""))
                .isEqualTo(new Body(
                        "Grüße, 王 🙂",
                        true,
                        Colour.DARK_BLUE,
                        Instant.parse("2026-12-24T08:15:00.5Z"),
                        LocalDate.of(2026, 12, 24),
                        3,
                        Optional.of("n"),
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        List.of("a", "b"),
                        new Part("p")));
    }

    @Test
    void an_escaped_pair_of_surrogates_is_a_character_like_any_other() {
        assertThat(read("{\"text\":\"\\ud83d\\ude42\"}").text()).isEqualTo("🙂");
    }

    @Test
    void what_is_left_out_or_null_is_left_to_whoever_needs_it() {
        assertThat(read("{}").note()).isEmpty();
        assertThat(read("{\"note\":null,\"text\":null}")).isEqualTo(read("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null "})
    void a_body_that_is_not_there_is_asked_for(String body) {
        assertThat(refused(body).code()).isEqualTo("body-missing");
    }

    @Test
    void an_unknown_field_is_named_with_those_that_are_known() {
        Problem problem = refused("{\"txet\":\"x\"}");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("unknown-field");
        assertThat(problem.detail())
                .contains("/txet")
                .contains("at, colour, count, day, flag, note, part, since, text, words");
        assertThat(refused("{\"part\":{\"x\":1}}").detail()).contains("/part/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude42", "\\u0000", "\\n", "ü"})
    void a_field_may_be_called_anything_and_the_problem_stays_writable(String name) {
        assertThat(refused("{\"" + name + "\":1}").detail()).contains("/?").matches("[ -~]+");
    }

    @Test
    void a_field_with_an_endless_name_is_cut() {
        assertThat(refused("{\"" + "x".repeat(20_000) + "\":1}").detail()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | 1 | text",
                "text | 1.5 | text",
                "text | true | text",
                "text | {} | text",
                "text | [] | text",
                "text | [\"x\"] | text",
                "flag | \"true\" | true or false",
                "flag | \"\" | true or false",
                "flag | 1 | true or false",
                "flag | 0 | true or false",
                "flag | {} | true or false",
                "colour | \"RED\" | one of red, dark-blue",
                "colour | \"green\" | one of red, dark-blue",
                "colour | \"\" | one of red, dark-blue",
                "colour | 0 | one of red, dark-blue",
                "colour | \"0\" | one of red, dark-blue",
                "colour | true | one of red, dark-blue",
                "at | \"yesterday\" | a time such as",
                "at | \"2026-12-24\" | a time such as",
                "at | \"2026-12-24T09:15:00\" | a time such as",
                "at | \"2026-12-24T25:15:00Z\" | a time such as",
                "at | \"2026-02-30T09:15:00Z\" | a time such as",
                "at | \"1766567700\" | a time such as",
                "at | \"+1000000000-12-31T23:59:59Z\" | a time such as",
                "at | \"-1000000000-01-01T00:00:00Z\" | a time such as",
                "at | \"\" | a time such as",
                "at | 1766567700 | a time such as",
                "at | 1766567700.5 | a time such as",
                "at | 1e999999999 | a time such as",
                "at | true | a time such as",
                "at | [2026] | a time such as",
                "since | 1766567700 | a time such as",
                "day | \"24/12/2026\" | a day such as",
                "day | \"2026-12-24T09:15:00Z\" | a day such as",
                "day | \"2026-02-30\" | a day such as",
                "day | \"+999999999-12-31\" | a day such as",
                "day | [2026,12,24] | a day such as",
                "day | 20811 | a day such as",
                "count | \"3\" | a whole number",
                "count | 3.0 | a whole number",
                "count | 99999999999 | a whole number",
                "count | 1e400 | a whole number",
                "note | 1 | text",
                "note | [\"x\"] | text",
                "words | \"x\" | a",
                "part | \"x\" | an object",
                "part | [] | an object",
                "part | 1 | an object",
            })
    void no_type_is_guessed(String field, String value, String expected) {
        Problem problem = refused("{\"%s\":%s}".formatted(field, value));

        assertThat(problem.code()).isEqualTo("wrong-type");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains("/" + field).contains("expected " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1", "true", "[{}]"})
    void a_body_is_an_object(String body) {
        assertThat(refused(body).code()).isEqualTo("wrong-type");
        assertThat(refused(body).detail()).contains("expected an object");
    }

    @Test
    void what_was_sent_is_never_repeated() {
        assertThat(refused("{\"flag\":\"Ruth Redfern is ill\"}").detail()).doesNotContain("Ruth");
        assertThat(refused("{\"colour\":\"Ruth Redfern is ill\"}").detail()).doesNotContain("Ruth");
        assertThat(refused("{\"text\":\"Ruth Redfern is ill}").detail()).doesNotContain("Ruth");
        assertThat(refused("{\"text\":Ruth}").detail()).doesNotContain("Ruth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\"",
                "{\"text\":",
                "{\"text\":\"x\"",
                "{\"text\":\"x\",}",
                "{'text':'x'}",
                "{text:\"x\"}",
                "{\"text\":\"x\"} {}",
                "{\"text\":\"x\"} x",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"part\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"count\":NaN}",
                "{\"count\":01}",
                "{\"text\":\"\u0001\"}",
                "<enquiry/>",
                "hello",
                "   ",
            })
    void what_is_not_json_or_says_a_thing_twice_is_broken(String body) {
        assertThat(refused(body).code()).isIn("broken-json", "field-twice", "body-missing", "wrong-type");
        assertThat(refused(body).status()).isEqualTo(400);
        assertThat(refused(body).code().equals("wrong-type")).isEqualTo(body.equals("{\"text\":\"x\"} {}"));
        assertThat(refused(body).code().equals("body-missing")).isEqualTo(body.isBlank());
    }

    @Test
    void bytes_that_are_not_utf_8_are_broken() {
        byte[] latin1 = "{\"text\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(latin1).code()).isEqualTo("broken-json");
    }

    @Test
    void nesting_without_end_and_numbers_without_end_are_broken() {
        assertThat(refused("{\"words\":" + "[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(refused("{\"part\":" + "{\"part\":".repeat(100_000)).status())
                .isEqualTo(400);
        assertThat(refused("{\"count\":" + "9".repeat(100_000) + "}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\\ud800b\"}",
                "{\"text\":\"\\udc00\"}",
                "{\"text\":\"\\ud83d\"}",
                "{\"text\":\"\\ude42\\ud83d\"}",
                "{\"text\":\"a\\u0000b\"}",
            })
    void half_a_character_and_a_null_character_are_refused_wherever_they_stand(String body) {
        assertThat(refused(body).code()).isEqualTo("field-unreadable");
        assertThat(refused(body).detail()).contains("/text");
        assertThat(refused(body.replace("text", "note")).detail()).contains("/note");
        assertThat(refused(body.replace("{\"text\"", "{\"part\":{\"name\"") + "}")
                        .detail())
                .contains("/part/name");
    }

    @Test
    void a_surrogate_written_as_bytes_is_refused_too() {
        byte[] body = "{\"text\":\"___\"}".getBytes(StandardCharsets.UTF_8);
        int place = new String(body, StandardCharsets.UTF_8).indexOf("___");
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        System.arraycopy(surrogate, 0, body, place, surrogate.length);

        assertThat(refused(Arrays.copyOf(body, body.length)).status()).isEqualTo(400);
    }
}
