package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What I have read, what I owe. */
@QuarkusTest
class ReadingTest extends OverHttp {

    private Enquiry missed() {
        return enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());
    }

    private static String idOf(String username, Enquiry enquiry) {
        return String.valueOf(told(CITY, username, enquiry).getFirst().get("id"));
    }

    private static List<String> references(String username, String path) {
        return as(CITY, username).get(path).then().statusCode(200).extract().path("items.case.reference");
    }

    private static void mark(String council, String username, String id, String what, int status) {
        as(council, username)
                .post("/notifications/{id}/{what}", id, what)
                .then()
                .statusCode(status)
                .header("Cache-Control", "no-store");
    }

    @Test
    void what_i_have_read_is_marked_for_me_alone_and_again_changes_nothing() {
        Enquiry enquiry = missed();
        assertThat(told(CITY, "officer-1", enquiry).getFirst()).doesNotContainKey("readAt");

        mark(CITY, "officer-1", idOf("officer-1", enquiry), "read", 200);
        Object readAt = told(CITY, "officer-1", enquiry).getFirst().get("readAt");
        mark(CITY, "officer-1", idOf("officer-1", enquiry), "read", 200);

        assertThat(readAt).isNotNull();
        assertThat(told(CITY, "officer-1", enquiry).getFirst()).containsEntry("readAt", readAt);
        assertThat(told(CITY, "manager-1", enquiry).getFirst()).doesNotContainKey("readAt");
    }

    @Test
    void what_is_read_is_no_work_of_mine_any_more_until_it_counts_as_unread() {
        Enquiry enquiry = missed();
        String id = idOf("officer-1", enquiry);
        assertThat(references("officer-1", "/my-work?limit=200")).contains(enquiry.reference());

        mark(CITY, "officer-1", id, "read", 200);
        assertThat(references("officer-1", "/my-work?limit=200")).doesNotContain(enquiry.reference());
        assertThat(references("officer-1", "/notifications?unread=true&limit=200"))
                .doesNotContain(enquiry.reference());
        assertThat(references("officer-1", "/notifications?unread=false&limit=200"))
                .contains(enquiry.reference());

        mark(CITY, "officer-1", id, "unread", 200);
        mark(CITY, "officer-1", id, "unread", 200);
        assertThat(references("officer-1", "/my-work?limit=200")).contains(enquiry.reference());
    }

    @Test
    void what_somebody_else_was_told_is_nothing_to_me() {
        String id = idOf("officer-1", missed());

        mark(CITY, "manager-1", id, "read", 404);
        mark(HARLOW, "officer-1", id, "read", 404);
        mark(CITY, "officer-1", "018f0000-0000-7000-8000-000000000000", "unread", 404);
        mark(CITY, "officer-1", "no-id", "read", 404);
        assertThat(as(CITY, "officer-1")
                        .get("/notifications")
                        .then()
                        .extract()
                        .<List<Object>>path("items.findAll { it.id == '%s' }.readAt".formatted(id)))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "0"})
    void an_unread_that_is_neither_true_nor_false_is_named(String unread) {
        as(CITY, "officer-1")
                .get("/notifications?unread=" + unread)
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-unread"));
    }

    @Test
    void my_deadlines_are_those_i_am_responsible_for_open_or_missed_soonest_first() {
        Enquiry missed = enquiry(HARLOW, "director-1")
                .says("received", Mention.of("set").dueAt(DUE.minusSeconds(86_400)))
                .says("deadline-breached", Mention.of("breached").dueAt(DUE.minusSeconds(86_400)));
        Enquiry open = enquiry(HARLOW, "director-1").says("received", Mention.of("set"));
        Enquiry met = enquiry(HARLOW, "director-1")
                .says("received", Mention.of("set"))
                .says("acknowledged", Mention.of("met"));

        List<Map<String, Object>> first = as(HARLOW, "director-1")
                .get("/deadlines?limit=1")
                .then()
                .extract()
                .path("items");
        String next = as(HARLOW, "director-1")
                .get("/deadlines?limit=1")
                .then()
                .extract()
                .path("next");
        List<Map<String, Object>> second = as(HARLOW, "director-1")
                .get("/deadlines?limit=1&after=" + next)
                .then()
                .extract()
                .path("items");

        assertThat(first)
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("id", missed.deadline().toString())
                        .containsEntry("status", "missed")
                        .containsEntry("dueOn", "2026-12-29")
                        .containsEntry(
                                "basis",
                                Map.of("source", "protocol", "rule", "COL-28", "paragraph", "7", "reading", "ours")));
        assertThat(second)
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("id", open.deadline().toString())
                        .containsEntry("status", "open"));
        assertThat(as(HARLOW, "director-1").get("/deadlines").then().extract().<List<String>>path("items.id"))
                .doesNotContain(met.deadline().toString());
        assertThat(as(CITY, "director-1").get("/deadlines").then().extract().<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void what_is_given_away_or_moved_between_two_pages_leaves_no_hole_in_the_next() {
        Enquiry first =
                enquiry(HARLOW, "manager-2").says("received", Mention.of("set").dueAt(DUE.minusSeconds(86_400)));
        Enquiry second = enquiry(HARLOW, "manager-2").says("received", Mention.of("set"));
        Enquiry third =
                enquiry(HARLOW, "manager-2").says("received", Mention.of("set").dueAt(DUE.plusSeconds(86_400)));

        JsonPath pageOfFirst = owed("");
        first.says(
                "assigned",
                Mention.of("reassigned").dueAt(DUE.minusSeconds(86_400)).responsible(HARLOW, "director-1"));
        JsonPath pageOfSecond = owed("&after=" + pageOfFirst.getString("next"));
        second.says("deadline-moved", Mention.of("moved").revision(2).dueAt(DUE.plusSeconds(172_800)));
        JsonPath pageOfThird = owed("&after=" + pageOfSecond.getString("next"));

        assertThat(List.of(pageOfFirst, pageOfSecond, pageOfThird))
                .extracting(page -> page.getString("items[0].id"))
                .containsExactly(
                        first.deadline().toString(),
                        second.deadline().toString(),
                        third.deadline().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "018f0000-0000-7000-8000-000000000000", "soon_018f0000-0000-7000-8000-000000000000"})
    void an_after_that_is_no_next_of_a_page_before_is_named(String after) {
        as(CITY, "officer-1")
                .get("/deadlines?after=" + after)
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-after"));
    }

    private static JsonPath owed(String after) {
        return as(HARLOW, "manager-2")
                .get("/deadlines?limit=1" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
