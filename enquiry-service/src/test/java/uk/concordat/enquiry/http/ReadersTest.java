package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The member, the logger, the officer and those above in the line read an enquiry; to all others it does not exist. */
@QuarkusTest
class ReadersTest extends OverHttp {

    private static final String NOBODYS = "01890000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {"member-red-1", "member-services", "officer-1", "manager-1", "director-1", "head-of-paid-service"
            })
    void its_readers_read_it_its_history_and_find_it_in_their_lists(String reader) {
        Response received = received();
        String id = id(received);

        as(reader)
                .get("/enquiries/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", received.header("ETag"))
                .body("reference", equalTo(text(received, "reference")));
        as(reader).get("/enquiries/{id}/history", id).then().statusCode(200);
        as(reader).get("/enquiries?limit=200").then().body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @CsvSource({
        "city-of-london, officer-2",
        "city-of-london, officer-3",
        "city-of-london, manager-2",
        "city-of-london, director-2",
        "city-of-london, member-red-2",
        "city-of-london, leader-red",
        "city-of-london, chair-standards",
        "city-of-london, monitoring-officer",
        "city-of-london, finance-officer",
        "harlow, member-services",
        "harlow, member-red-1",
        "harlow, officer-1",
        "harlow, manager-1",
        "harlow, head-of-paid-service"
    })
    void to_everybody_else_it_is_as_if_it_did_not_exist(String council, String stranger) {
        Response received = received();
        String id = id(received);
        Stored before = Stored.now();

        assertLikeNothing(
                as(council, stranger).get("/enquiries/{id}", id),
                as(council, stranger).get("/enquiries/{id}", NOBODYS));
        assertLikeNothing(
                as(council, stranger).get("/enquiries/{id}/history", id),
                as(council, stranger).get("/enquiries/{id}/history", NOBODYS));
        ACTS.forEach(act -> assertNothingToAct(council, stranger, received, act, "{\"text\":\"Me.\"}"));
        assertThat(Json.each(
                        Json.of(as(council, stranger).get("/enquiries?limit=200"))
                                .get("items"),
                        "id"))
                .doesNotContain(id);
        before.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({"city-of-london, officer-2", "harlow, member-services"})
    void whatever_else_they_send(String council, String stranger) {
        Response received = received();
        Stored before = Stored.now();

        for (String act : ACTS) {
            for (String body : List.of("{}", "broken", "")) {
                assertNothingToAct(council, stranger, received, act, body);
            }
        }

        before.assertUnchanged();
    }

    /** Whether they have seen it or guess. */
    private static void assertNothingToAct(
            String council, String stranger, Response received, String act, String body) {
        assertLikeNothing(
                as(council, stranger)
                        .header("If-Match", received.header("ETag"))
                        .body(body)
                        .post("/enquiries/{id}/{act}", id(received), act),
                as(council, stranger)
                        .header("If-Match", received.header("ETag"))
                        .body(body)
                        .post("/enquiries/{id}/{act}", NOBODYS, act));
        assertLikeNothing(
                as(council, stranger).body(body).post("/enquiries/{id}/{act}", id(received), act),
                as(council, stranger).body(body).post("/enquiries/{id}/{act}", NOBODYS, act));
    }

    private static void assertLikeNothing(Response answer, Response ofNothing) {
        Problems.assertProblem(answer, 404, "not-found");
        assertThat(answer.asString()).isEqualTo(ofNothing.asString());
        assertThat(answer.headers().asList().stream().map(Object::toString).filter(h -> !h.startsWith("Date")))
                .isEqualTo(ofNothing.headers().asList().stream()
                        .map(Object::toString)
                        .filter(h -> !h.startsWith("Date"))
                        .toList());
    }

    @Test
    void an_operator_reads_no_case_and_does_nothing_to_one() {
        Response received = received();
        String id = id(received);
        Stored before = Stored.now();

        Problems.assertProblem(asOperator().get("/enquiries"), 403, "no-council");
        Problems.assertProblem(asOperator().get("/enquiries/{id}", id), 403, "no-council");
        Problems.assertProblem(asOperator().get("/enquiries/{id}", NOBODYS), 403, "no-council");
        Problems.assertProblem(asOperator().get("/enquiries/{id}/history", id), 403, "no-council");
        Problems.assertProblem(asOperator().body(own()).post("/enquiries"), 403, "no-council");
        for (String act : ACTS) {
            Problems.assertProblem(
                    asOperator()
                            .header("If-Match", received.header("ETag"))
                            .body(letter("Me."))
                            .post("/enquiries/{id}/{act}", id, act),
                    403,
                    "no-council");
        }
        before.assertUnchanged();
    }

    @Test
    void the_line_is_that_of_the_officer_it_is_with() {
        Response withOfficer3 = as("member-lone")
                .body(Json.withText(own(), "addressee", "officer-3"))
                .post("/enquiries");
        String id = id(withOfficer3);

        // The post above officer-3 is vacant; the one above that is held.
        as("director-1").get("/enquiries/{id}", id).then().statusCode(200);
        as("manager-1").get("/enquiries/{id}", id).then().statusCode(404);
        as("officer-1").get("/enquiries/{id}", id).then().statusCode(404);
        as("member-services").get("/enquiries/{id}", id).then().statusCode(404);
    }
}
