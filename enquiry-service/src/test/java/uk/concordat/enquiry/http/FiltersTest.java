package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A list narrowed by what is asked for; it never widens what a person may see. */
@QuarkusTest
class FiltersTest extends OverHttp {

    /** Stands in the subject of all of a test's enquiries, so that others' do not matter. */
    private final String mark = UUID.randomUUID().toString();

    @Test
    void by_status_one_or_several() {
        String received = id(asked("officer-1", "member-red-1"));
        String acknowledged =
                id(act("officer-1", asked("officer-1", "member-red-1"), "acknowledgement", letter("Seen.")));
        String held =
                id(act("officer-1", asked("officer-1", "member-red-1"), "holding-reply", Acts.body("holding-reply")));
        Response answer = act("officer-1", asked("officer-1", "member-red-1"), "response", letter("Done."));
        String answered = id(answer);
        String closed = id(act(
                "officer-1",
                act("officer-1", asked("officer-1", "member-red-1"), "response", letter("Done.")),
                "closure",
                "{}"));
        String withdrawn = id(act("member-red-1", asked("officer-1", "member-red-1"), "withdrawal", "{}"));

        assertThat(found("director-1", "status", "received")).containsExactly(received);
        assertThat(found("director-1", "status", "acknowledged")).containsExactly(acknowledged);
        assertThat(found("director-1", "status", "held")).containsExactly(held);
        assertThat(found("director-1", "status", "answered")).containsExactly(answered);
        assertThat(found("director-1", "status", "closed")).containsExactly(closed);
        assertThat(found("director-1", "status", "withdrawn")).containsExactly(withdrawn);
        assertThat(found("director-1", "status", "promised")).isEmpty();
        assertThat(found("director-1", "status", "declined")).isEmpty();
        assertThat(found("director-1", "status", "received", "status", "held")).containsExactly(held, received);
        assertThat(found("director-1")).hasSize(6);
    }

    @Test
    void by_being_overdue_or_not() {
        Response open = asked("officer-1", "member-red-1");
        Response answered = act("officer-1", asked("officer-1", "member-red-1"), "response", letter("Done."));
        assertThat(found("director-1", "overdue", "true")).isEmpty();

        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));

        assertThat(found("director-1", "overdue", "true")).containsExactly(id(open));
        assertThat(found("director-1", "overdue", "false")).containsExactly(id(answered));
    }

    @Test
    void by_being_ones_own() {
        Response theirs = asked("officer-1", "member-red-1");
        Response logged = as("manager-1")
                .body(Json.withText(Json.withText(logged(), "subject", mark), "addressee", "officer-3"))
                .post("/enquiries");

        assertThat(found("officer-1", "mine", "true")).containsExactly(id(theirs));
        assertThat(found("manager-1", "mine", "true")).containsExactly(id(logged));
        assertThat(found("director-1", "mine", "true")).isEmpty();
        assertThat(found("director-1", "mine", "false")).containsExactly(id(logged), id(theirs));
        assertThat(found("member-red-1", "mine", "true")).containsExactly(id(logged), id(theirs));
    }

    @Test
    void by_directorate_with_all_posts_below() {
        Response one = asked("officer-1", "member-red-1");
        Response directors = asked("director-1", "member-red-1");
        Response two = asked("officer-2", "member-red-1");

        String head = "head-of-paid-service";
        assertThat(found(head, "directorate", "director-1")).containsExactly(id(directors), id(one));
        assertThat(found(head, "directorate", "director-2")).containsExactly(id(two));
        assertThat(found(head, "directorate", "manager-1")).containsExactly(id(one));
        assertThat(found(head, "directorate", "officer-2")).containsExactly(id(two));
        assertThat(found(head, "directorate", head)).containsExactly(id(two), id(directors), id(one));
        assertThat(found(head, "directorate", "no-such-post")).isEmpty();
        assertThat(found(head, "directorate", "")).isEqualTo(found(head));
    }

    @Test
    void by_member() {
        Response red = asked("officer-1", "member-red-1");
        Response blue = asked("officer-1", "member-blue-1");

        assertThat(found("officer-1", "member", "member-red-1")).containsExactly(id(red));
        assertThat(found("officer-1", "member", "member-blue-1")).containsExactly(id(blue));
        assertThat(found("officer-1", "member", "nobody")).isEmpty();
        assertThat(found("officer-1", "member", "officer-1")).isEmpty();
    }

    @Test
    void filters_together_narrow_together() {
        Response red = asked("officer-1", "member-red-1");
        asked("officer-2", "member-red-1");
        asked("officer-1", "member-blue-1");
        act("officer-1", asked("officer-1", "member-red-1"), "response", letter("Done."));
        ServiceUnderTest.clock(Instant.parse("2026-12-31T00:00:00Z"));

        assertThat(found(
                        "head-of-paid-service",
                        "member",
                        "member-red-1",
                        "directorate",
                        "director-1",
                        "status",
                        "received",
                        "overdue",
                        "true"))
                .containsExactly(id(red));
    }

    @Test
    void a_filtered_list_is_paged_as_every_list_is() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(id(asked("officer-1", i % 2 == 0 ? "member-red-1" : "member-blue-1")));
        }
        List<String> read = new ArrayList<>();
        @Nullable String after = null;
        do {
            Response page = after == null
                    ? list("officer-1", "limit", "2", "subject", mark)
                    : list("officer-1", "limit", "2", "subject", mark, "after", after);
            read.addAll(Json.each(Json.of(page).get("items"), "id"));
            after = Json.of(page).has("next") ? text(page, "next") : null;
        } while (after != null);

        assertThat(read).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%,100% sure",
                "_,5_6",
                "\\,a\\b",
                "%_,%_",
                "sure,100% sure",
                "SURE,100% sure",
                "é,Né",
                "0% s,100% sure"
            })
    void no_character_of_a_subject_is_a_wildcard(String words, String subject) {
        String id = id(askedOf("officer-1", "member-red-1", subject + " " + mark));
        askedOf("officer-1", "member-red-1", "plain words " + mark);

        List<String> all = Json.each(
                Json.of(list("officer-1", "subject", words, "limit", "200")).get("items"), "subject");
        assertThat(all).allSatisfy(each -> assertThat(each).containsIgnoringCase(words));
        assertThat(Json.each(
                        Json.of(list("officer-1", "subject", words, "limit", "200"))
                                .get("items"),
                        "id"))
                .contains(id);
    }

    @Test
    void nobody_sees_more_by_any_filter() {
        String id = id(asked("officer-1", "member-red-1"));

        for (String stranger : List.of("officer-2", "member-red-2", "finance-officer", "director-2")) {
            for (Map.Entry<String, String> filter : Map.of(
                            "status", "received",
                            "overdue", "false",
                            "mine", "false",
                            "directorate", "director-1",
                            "member", "member-red-1",
                            "subject", mark)
                    .entrySet()) {
                Response list = list(stranger, filter.getKey(), filter.getValue(), "limit", "200");
                assertThat(Json.each(Json.of(list).get("items"), "id"))
                        .as("%s by %s", stranger, filter)
                        .doesNotContain(id);
            }
        }
        Response elsewhere =
                as("harlow", "head-of-paid-service").queryParam("subject", mark).get("/enquiries");
        assertThat(Json.of(elsewhere).get("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "status, open, bad-status",
        "status, RECEIVED, bad-status",
        "status, 'received,held', bad-status",
        "overdue, yes, bad-overdue",
        "overdue, TRUE, bad-overdue",
        "overdue, 1, bad-overdue",
        "mine, me, bad-mine",
        "subject, ' ', field-blank"
    })
    void a_value_that_none_can_have_is_refused(String filter, String value, String code) {
        Problems.assertProblem(list("officer-1", filter, value), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "overdue", "mine", "directorate", "member", "subject"})
    void whatever_is_sent_as_a_filter_is_no_fault_of_the_service(String filter) {
        for (String value :
                List.of("\u0000", "'; drop table event;--", "%", "a".repeat(3_000), "\uD83D\uDCA1", "{}", "null")) {
            assertThat(list("officer-1", filter, value).statusCode())
                    .as("%s=%s", filter, value)
                    .isIn(200, 400);
        }
    }

    private Response asked(String officer, String member) {
        return askedOf(officer, member, "Street lighting " + mark);
    }

    private static Response askedOf(String officer, String member, String subject) {
        Response asked = as(member)
                .body(Json.withText(Json.withText(own(), "subject", subject), "addressee", officer))
                .post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }

    private List<String> found(String who, String... filters) {
        List<String> marked = new ArrayList<>(List.of(filters));
        marked.addAll(List.of("subject", mark, "limit", "200"));
        Response list = list(who, marked.toArray(new String[0]));
        list.then().statusCode(200);
        return Json.each(Json.of(list).get("items"), "id");
    }

    private static Response list(String who, String... query) {
        var request = as(who);
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/enquiries");
    }
}
