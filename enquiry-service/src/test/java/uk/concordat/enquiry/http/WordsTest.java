package uk.concordat.enquiry.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is kept to the letter, or refused; never shortened, never changed. */
@QuarkusTest
class WordsTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siân Prosser asks: “why?”",
                "👩‍👩‍👧 🏳️‍🌈 lamps 💡",
                "متى ستُصلَح المصابيح؟",
                "\u202Eright to left\u202C and back",
                "e\u0301 is not é",
                "Robert'); drop table event;--",
                "<script>alert(1)</script> & {{7*7}} ${jndi:x}",
                "line one\nline two\ttabbed\r\n",
                "\u0001\u001f control",
                "\uFFFE\uFFFF \uDBFF\uDFFF at the edges",
                "\\u0000 written out",
                "  spaces around  "
            })
    void what_is_written_is_read_again_to_the_letter(String words) {
        Response created = as("member-red-1")
                .body(Json.withText(Json.withText(own(), "subject", words), "text", words))
                .post("/enquiries");
        created.then().statusCode(201).body("subject", equalTo(words)).body("text", equalTo(words));
        Response answered = act("officer-1", created, "response", letter(words));
        answered.then().statusCode(200).body("response.text", equalTo(words));

        String id = id(created);
        as("member-red-1")
                .get("/enquiries/{id}", id)
                .then()
                .body("subject", equalTo(words))
                .body("text", equalTo(words))
                .body("response.text", equalTo(words));
        as("member-red-1").get("/enquiries?limit=1").then().body("items[0].subject", equalTo(words));
        as("member-red-1").get("/enquiries/{id}/history", id).then().body("items[1].text", equalTo(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "💡"})
    void a_subject_has_at_most_200_characters_however_many_bytes_they_are(String character) {
        String longest = character.repeat(200);
        as("member-red-1")
                .body(Json.withText(own(), "subject", longest))
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("subject", equalTo(longest));

        Problems.assertProblem(
                as("member-red-1")
                        .body(Json.withText(own(), "subject", longest + character))
                        .post("/enquiries"),
                400,
                "field-too-long",
                "has 201 characters; at most 200");
    }

    @Test
    void a_subject_of_10_000_characters_is_refused_and_counted() {
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(Json.withText(own(), "subject", "x".repeat(10_000)))
                        .post("/enquiries"),
                400,
                "field-too-long",
                "/subject has 10000 characters; at most 200");
        before.assertUnchanged();
    }

    @Test
    void a_text_has_at_most_20_000_characters_in_every_act() {
        String longest = "x".repeat(20_000);
        Response created =
                as("member-red-1").body(Json.withText(own(), "text", longest)).post("/enquiries");
        created.then().statusCode(201).body("text", equalTo(longest));
        Response acknowledged = act("officer-1", created, "acknowledgement", letter(longest));
        acknowledged.then().statusCode(200);
        Stored before = Stored.now();

        Problems.assertProblem(
                as("member-red-1")
                        .body(Json.withText(own(), "text", longest + "x"))
                        .post("/enquiries"),
                400,
                "field-too-long",
                "/text");
        Problems.assertProblem(
                act("officer-1", acknowledged, "response", letter(longest + "x")), 400, "field-too-long", "/text");
        Problems.assertProblem(
                act("member-red-1", acknowledged, "withdrawal", Map.of("reason", longest + "x")),
                400,
                "field-too-long",
                "/reason");
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n\\t", "\\u2003"})
    void blank_words_are_refused(String blank) {
        Stored before = Stored.now();
        for (String field : List.of("subject", "text", "addressee")) {
            Problems.assertProblem(
                    as("member-red-1")
                            .body(Json.with(own(), field, "\"" + blank + "\""))
                            .post("/enquiries"),
                    400,
                    "field-blank",
                    "/" + field);
        }
        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\ude00 alone", "\\ude00\\ud83d", "a\\ud83d"})
    void what_no_text_can_hold_is_refused_and_not_replaced(String unreadable) {
        Response received = received();
        Stored before = Stored.now();
        for (String field : List.of("subject", "text")) {
            Problems.assertProblem(
                    as("member-red-1")
                            .body(own().replaceFirst(
                                            "\"%s\":\"".formatted(field),
                                            Matcher.quoteReplacement("\"%s\":\"%s".formatted(field, unreadable))))
                            .post("/enquiries"),
                    400,
                    "field-unreadable",
                    "/" + field);
        }
        Problems.assertProblem(
                act("officer-1", received, "response", "{\"text\":\"%s\"}".formatted(unreadable)),
                400,
                "field-unreadable",
                "/text");
        Problems.assertProblem(
                act("member-red-1", received, "withdrawal", "{\"reason\":\"%s\"}".formatted(unreadable)),
                400,
                "field-unreadable",
                "/reason");
        before.assertUnchanged();
    }
}
