package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whoever leaves office, or a post, has what it gave to the end of their last day in the council, and no longer. */
@QuarkusTest
class LeavingTest extends OverHttp {

    /** British Summer Time: half past eleven there. The clock goes on while a test runs. */
    private static final Instant LAST_HOUR = Instant.parse("2027-06-30T22:30:00Z");

    private static final Instant THE_DAY_AFTER = Instant.parse("2027-06-30T23:00:00Z");

    private static OwnCouncil council;

    @BeforeAll
    static void aCouncilOfItsOwn() {
        council = OwnCouncil.underTheCitysPack();
    }

    private static Response asked(String member, String officer) {
        Response asked = by(member, Json.withText(own(), "addressee", officer));
        asked.then().statusCode(201);
        return asked;
    }

    private static Response by(String username, String body) {
        return as(council.key(), username).body(body).post("/enquiries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer-leaving", "member-leaving"})
    void who_leaves_office_is_let_in_on_the_last_day_and_nowhere_the_day_after(String leaver) {
        String id = id(asked("member-leaving", "officer-leaving"));
        ServiceUnderTest.clock(LAST_HOUR);
        as(council.key(), leaver).get("/me").then().statusCode(200);
        as(council.key(), leaver).get("/enquiries/{id}", id).then().statusCode(200);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        Stored before = Stored.now();
        for (String path : List.of("/me", "/my-work", "/enquiries", "/reassignments", "/enquiries/" + id)) {
            Problems.assertProblem(as(council.key(), leaver).get(path), 403, "person-not-known");
        }
        for (String act : ACTS) {
            Problems.assertProblem(
                    as(council.key(), leaver)
                            .header("If-Match", "*")
                            .body(Acts.body(act))
                            .post("/enquiries/{id}/{act}", id, act),
                    403,
                    "person-not-known");
        }
        Problems.assertProblem(by(leaver, own()), 403, "person-not-known");
        before.assertUnchanged();
    }

    @Test
    void who_has_left_a_post_has_nothing_of_what_is_with_it() {
        Response asked = asked("member-red-1", "officer-moving");
        ServiceUnderTest.clock(LAST_HOUR);
        read(council.key(), "officer-moving", asked).then().statusCode(200);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        isNothingTo("officer-moving", asked);
        as(council.key(), "officer-moving").get("/me").then().body("posts.post", equalTo(List.of("elsewhere")));
    }

    @Test
    void who_has_left_a_post_above_has_nothing_of_what_is_below() {
        Response asked = asked("member-red-1", "officer-below");
        ServiceUnderTest.clock(LAST_HOUR);
        read(council.key(), "manager-moving", asked).then().statusCode(200);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        isNothingTo("manager-moving", asked);
        read(council.key(), "manager-1", asked).then().statusCode(200);
    }

    @Test
    void who_has_come_to_the_post_has_what_is_with_it_from_their_first_day() {
        Response asked = asked("member-red-1", "officer-succeeded");
        ServiceUnderTest.clock(LAST_HOUR);
        isNothingTo("officer-2", asked);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(found("officer-2", "/my-work")).contains(id(asked));
        act(council.key(), "officer-2", asked, "response", letter("On Friday."))
                .then()
                .statusCode(200);
    }

    /** By our reading: the protocols say when an answer falls due, and none says that it is no longer owed. */
    @Test
    void what_a_member_has_asked_is_owed_still_when_they_have_left() {
        Response asked = asked("member-leaving", "officer-1");

        ServiceUnderTest.clock(THE_DAY_AFTER);

        assertThat(found("officer-1", "/my-work")).contains(id(asked));
        act(council.key(), "officer-1", asked, "response", letter("On Friday."))
                .then()
                .statusCode(200)
                .body("member.username", equalTo("member-leaving"));
    }

    @Test
    void what_came_while_a_member_was_in_office_is_written_down_for_them_after_they_have_left_and_nothing_later() {
        ServiceUnderTest.clock(THE_DAY_AFTER);
        String forWhoLeft =
                Json.withText(Json.withText(logged(), "onBehalfOf", "member-leaving"), "addressee", "officer-1");

        by("officer-1", Json.withText(forWhoLeft, "receivedAt", LAST_HOUR.toString()))
                .then()
                .statusCode(201)
                .body("member.username", equalTo("member-leaving"));
        Problems.assertProblem(
                by("officer-1", Json.withText(forWhoLeft, "receivedAt", THE_DAY_AFTER.toString())),
                422,
                "unknown-member");
        Problems.assertProblem(
                by(
                        "officer-1",
                        Json.withText(
                                Json.withText(logged(), "addressee", "officer-leaving"),
                                "receivedAt",
                                LAST_HOUR.toString())),
                422,
                "unknown-officer");
    }

    private static void isNothingTo(String username, Response enquiry) {
        Problems.assertProblem(read(council.key(), username, enquiry), 404, "not-found");
        Problems.assertProblem(
                act(council.key(), username, enquiry, "assignment", Map.of("officer", "officer-1")), 404, "not-found");
        Problems.assertProblem(act(council.key(), username, enquiry, "response", letter("Me.")), 404, "not-found");
        for (String list : List.of("/enquiries", "/my-work", "/reassignments")) {
            assertThat(found(username, list)).as(list).doesNotContain(id(enquiry));
        }
    }

    private static List<String> found(String username, String list) {
        Response answer = as(council.key(), username).get(list + "?limit=200");
        answer.then().statusCode(200);
        return Json.each(Json.of(answer).get("items"), "id");
    }
}
