package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** What is open and nobody in office answers for as it was given: for those who may give it to another. */
@QuarkusTest
class ReassignmentsTest extends AfterLeaving {

    @Test
    void what_is_with_somebody_who_has_left_is_listed_from_the_day_after_their_last_without_any_message() {
        String id = id(asked("officer-leaving"));
        ServiceUnderTest.clock(THE_DAY_AFTER.minusSeconds(1800));
        assertThat(left("manager-1")).doesNotContain(id);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("manager-1", id)
                .body("because", equalTo("left"))
                .body("since", equalTo("2027-07-01"))
                .body("responsible.username", equalTo("officer-leaving"))
                .body("$", not(hasKey("holder")))
                .body("status", equalTo("received"))
                .body("overdue", is(true))
                .body("actions.find { it.action == 'assignment' }.allowed", is(true))
                .body("actions.find { it.action == 'withdrawal' }.code", equalTo("not-yours-to-withdraw"));
    }

    @Test
    void what_is_with_a_post_that_is_vacant_is_listed() {
        String id = id(asked("officer-moving"));

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("manager-1", id)
                .body("because", equalTo("vacant"))
                .body("since", equalTo("2027-07-01"))
                .body("responsible.username", equalTo("officer-moving"))
                .body("$", not(hasKey("holder")));
    }

    @Test
    void where_somebody_has_come_to_the_post_of_who_has_left_that_is_said() {
        String id = id(asked("officer-succeeded"));

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("manager-1", id).body("because", equalTo("left")).body("holder.username", equalTo("officer-2"));
        item("officer-2", id).body("actions.find { it.action == 'assignment' }.allowed", is(true));
    }

    @Test
    void it_is_given_to_another_from_there() {
        String id = id(asked("officer-leaving"));
        ServiceUnderTest.clock(THE_DAY_AFTER);
        String etag = item("manager-1", id).extract().path("items.find { it.id == '%s' }.etag".formatted(id));

        as(council.key(), "manager-1")
                .header("If-Match", etag)
                .body(Map.of("officer", "officer-1", "reason", "She has left."))
                .post("/enquiries/{id}/assignment", id)
                .then()
                .statusCode(200)
                .body("officer.username", equalTo("officer-1"));

        assertThat(left("manager-1")).doesNotContain(id);
        assertThat(found("officer-1", "/my-work")).contains(id);
    }

    @Test
    void whom_it_is_with_gets_it_again_in_the_post_they_have_gone_to() {
        String id = id(asked("officer-moving"));
        ServiceUnderTest.clock(THE_DAY_AFTER);

        as(council.key(), "manager-1")
                .header("If-Match", "*")
                .body(Map.of("officer", "officer-moving"))
                .post("/enquiries/{id}/assignment", id)
                .then()
                .statusCode(200)
                .body("officer.username", equalTo("officer-moving"));

        assertThat(left("manager-1")).doesNotContain(id);
        assertThat(found("officer-moving", "/my-work")).contains(id);
    }

    @Test
    void one_whose_pack_is_not_here_keeps_no_other_from_being_listed() throws SQLException {
        String id = id(asked("officer-leaving"));
        String other = id(asked("officer-leaving"));
        try (var connection = ServiceUnderTest.database();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update event set facts = jsonb_set(facts, '{protocol,version}', '"1900-01-01"')
                    where stream_id = '%s' and type = 'enquiry-received'""".formatted(id));
        }
        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("manager-1", id).body("actions", empty());
        item("manager-1", other).body("actions.size()", is(9));
    }

    @Test
    void it_is_on_the_desk_of_the_nearest_above_meanwhile() {
        String leaving = id(asked("officer-leaving"));
        String moving = id(asked("officer-moving"));
        String succeeded = id(asked("officer-succeeded"));
        assertThat(found("manager-1", "/my-work")).doesNotContain(leaving, moving);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(found("manager-1", "/my-work")).contains(leaving, moving).doesNotContain(succeeded);
        assertThat(found("officer-2", "/my-work")).contains(succeeded).doesNotContain(leaving, moving);
    }

    @ParameterizedTest
    @CsvSource({
        "wonderland, officer-1",
        "wonderland, officer-2",
        "wonderland, member-red-1",
        "wonderland, officer-below",
        "city-of-london, manager-1",
        "city-of-london, head-of-paid-service"
    })
    void who_may_not_give_it_away_finds_it_not(String of, String username) {
        String id = id(asked("officer-leaving"));

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(Json.each(
                        Json.of(as(of, username).get("/reassignments?limit=200"))
                                .get("items"),
                        "id"))
                .doesNotContain(id);
    }

    @Test
    void what_has_ended_or_is_with_somebody_in_office_is_not_among_them() {
        Response answered = asked("officer-leaving");
        act(council.key(), "officer-leaving", answered, "response", letter("Done."))
                .then()
                .statusCode(200);
        String withdrawn = id(asked("officer-leaving"));
        as(council.key(), "member-red-1")
                .header("If-Match", "*")
                .body("{}")
                .post("/enquiries/{id}/withdrawal", withdrawn)
                .then()
                .statusCode(200);
        String held = id(asked("officer-1"));

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(left("manager-1")).doesNotContain(id(answered), withdrawn, held);
    }

    @Test
    void what_was_asked_of_a_member_who_has_left_is_listed_to_the_officer_who_asked_and_to_nobody_else() {
        Response asked = as(council.key(), "officer-1")
                .body(Json.withText(OfficerToMemberTest.TO_MEMBER, "addressee", "member-leaving"))
                .post("/enquiries");
        asked.then().statusCode(201);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        item("officer-1", id(asked))
                .body("because", equalTo("left"))
                .body("responsible.username", equalTo("member-leaving"))
                .body("actions.find { it.action == 'assignment' }.allowed", is(false))
                .body("actions.find { it.action == 'withdrawal' }.allowed", is(true));
        assertThat(left("manager-1")).doesNotContain(id(asked));
    }

    @Test
    void pages_follow_one_another_without_hole_or_double() {
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mine.add(id(asked("officer-leaving")));
            mine.add(id(asked("officer-moving")));
        }
        ServiceUnderTest.clock(THE_DAY_AFTER);

        List<String> read = new ArrayList<>();
        @Nullable String after = null;
        do {
            var request = as(council.key(), "manager-1").queryParam("limit", 2);
            Response page = (after == null ? request : request.queryParam("after", after)).get("/reassignments");
            page.then().statusCode(200);
            read.addAll(Json.each(Json.of(page).get("items"), "id"));
            after = Json.of(page).has("next") ? text(page, "next") : null;
        } while (after != null);

        // The dates of others' enquiries may be counted again meanwhile, which moves them to another place.
        assertThat(read).filteredOn(mine::contains).isEqualTo(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "after=x", "after=undated_x"})
    void a_query_that_is_none_is_refused(String query) {
        Problems.assertProblem(as(council.key(), "manager-1").get("/reassignments?" + query), 400);
    }

    private static Response asked(String officer) {
        Response asked = as(council.key(), "member-red-1")
                .body(Json.withText(own(), "addressee", officer))
                .post("/enquiries");
        asked.then().statusCode(201);
        return asked;
    }
}
