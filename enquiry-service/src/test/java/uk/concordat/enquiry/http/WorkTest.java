package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What a person owes an answer to, soonest first. */
@QuarkusTest
class WorkTest extends OverHttp {

    private static final String HARLOW = "harlow";
    private static final String OFFICER = "finance-officer";

    @Test
    void what_is_due_soonest_stands_first_and_what_has_no_date_last() {
        String undated = logged("telephone", "2026-12-20T10:00:00Z");
        String latest = logged("email", "2026-12-24T09:00:00Z");
        String soonest = logged("email", "2026-12-21T10:00:00Z");
        String next = logged("letter", "2026-12-22T10:00:00Z");

        assertThat(work(OFFICER)).containsSubsequence(soonest, next, latest, undated);
        as(HARLOW, OFFICER)
                .get("/my-work?limit=200")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .rootPath("items.find { it.id == '%s' }".formatted(soonest))
                .body("dueAt", equalTo("2026-12-31T00:00:00Z"))
                .body("overdue", is(false))
                .body("responsible.username", equalTo(OFFICER))
                .rootPath("items.find { it.id == '%s' }".formatted(undated))
                .body("$", not(hasKey("dueAt")));
    }

    @Test
    void what_is_overdue_stands_there_as_overdue_until_it_is_answered() {
        String id = logged("email", "2026-12-21T10:00:00Z");
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));
        as(HARLOW, OFFICER)
                .get("/my-work?limit=200")
                .then()
                .body("items.find { it.id == '%s' }.overdue".formatted(id), is(true));

        respond(id);

        assertThat(work(OFFICER)).doesNotContain(id);
    }

    @Test
    void a_promise_moves_it_to_the_promised_day() {
        String promised = logged("email", "2026-12-21T10:00:00Z");
        String later = logged("email", "2026-12-22T10:00:00Z");
        act(
                HARLOW,
                OFFICER,
                as(HARLOW, OFFICER).get("/enquiries/{id}", promised),
                "acknowledgement",
                Map.of("text", "Seen.", "replyBy", "2027-01-29"));

        assertThat(work(OFFICER)).containsSubsequence(later, promised);
    }

    @Test
    void nobody_finds_anothers_work_on_their_desk() {
        String id = logged("email", "2026-12-22T10:00:00Z");

        for (String other : List.of("member-red-1", "member-services", "head-of-paid-service", "officer-2")) {
            assertThat(work(other)).as(other).doesNotContain(id);
        }
        assertThat(Json.each(Json.of(as(OFFICER).get("/my-work?limit=200")).get("items"), "id"))
                .doesNotContain(id);
    }

    @Test
    void what_was_given_to_another_is_on_the_other_desk() {
        String id = logged("email", "2026-12-22T10:00:00Z");
        act(
                HARLOW,
                OFFICER,
                as(HARLOW, OFFICER).get("/enquiries/{id}", id),
                "assignment",
                Map.of("officer", "monitoring-officer"));

        assertThat(work(OFFICER)).doesNotContain(id);
        assertThat(work("monitoring-officer")).contains(id);
    }

    @Test
    void pages_follow_one_another_without_hole_or_double() {
        for (int i = 0; i < 5; i++) {
            logged(i % 2 == 0 ? "telephone" : "email", "2026-12-2%dT10:00:00Z".formatted(i));
        }

        assertThat(paged(_ -> {})).doesNotHaveDuplicates().containsExactlyElementsOf(work(OFFICER));
    }

    @Test
    void what_is_answered_between_two_pages_leaves_no_hole_in_the_next() {
        for (int i = 0; i < 5; i++) {
            logged("email", "2026-12-2%dT10:00:00Z".formatted(i));
        }
        List<String> all = work(OFFICER);

        assertThat(paged(last -> respond(last))).containsExactlyElementsOf(all);
    }

    /** Where somebody else's enquiry stands in time would say when it is due. */
    @Test
    void a_page_cannot_be_asked_for_after_somebody_elses_enquiry() {
        Response notTheirs = as(HARLOW, "member-red-1").body(own()).post("/enquiries");

        Problems.assertProblem(as(HARLOW, OFFICER).get("/my-work?after=" + id(notTheirs)), 400, "bad-after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                "2026-12-30T00:00:00Z",
                "2026-12-30T00:00:00Z_",
                "_",
                "undated_",
                "undated_x",
                "_01890000-0000-7000-8000-000000000000",
                "soon_01890000-0000-7000-8000-000000000000",
                "+999999999-12-31T00:00:00Z_01890000-0000-7000-8000-000000000000"
            })
    void an_after_that_is_no_next_of_a_page_before_is_refused(String after) {
        Problems.assertProblem(as(HARLOW, OFFICER).queryParam("after", after).get("/my-work"), 400, "bad-after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5"})
    void a_limit_that_is_no_number_from_1_is_refused(String limit) {
        Problems.assertProblem(as(HARLOW, OFFICER).queryParam("limit", limit).get("/my-work"), 400, "bad-limit");
    }

    private static List<String> paged(java.util.function.Consumer<String> betweenPages) {
        List<String> read = new ArrayList<>();
        @Nullable String after = null;
        do {
            var request = as(HARLOW, OFFICER).queryParam("limit", 2);
            Response page = (after == null ? request : request.queryParam("after", after)).get("/my-work");
            page.then().statusCode(200);
            List<String> ids = Json.each(Json.of(page).get("items"), "id");
            read.addAll(ids);
            after = Json.of(page).has("next") ? text(page, "next") : null;
            betweenPages.accept(ids.getLast());
        } while (after != null);
        return read;
    }

    private static List<String> work(String who) {
        Response work = as(HARLOW, who).get("/my-work?limit=200");
        work.then().statusCode(200);
        return Json.each(Json.of(work).get("items"), "id");
    }

    private static void respond(String id) {
        act(HARLOW, OFFICER, as(HARLOW, OFFICER).get("/enquiries/{id}", id), "response", letter("Done."))
                .then()
                .statusCode(200);
    }

    private static String logged(String channel, String receivedAt) {
        String body = Json.withText(
                Json.withText(Json.withText(logged(), "channel", channel), "receivedAt", receivedAt),
                "addressee",
                OFFICER);
        Response created = as(HARLOW, "member-services").body(body).post("/enquiries");
        created.then().statusCode(201);
        return id(created);
    }
}
