package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** A council some of whose people leave at the end of June. */
abstract class AfterLeaving extends OverHttp {

    static final Instant THE_DAY_AFTER = Instant.parse("2027-06-30T23:00:00Z");

    static OwnCouncil council;

    @BeforeAll
    static void aCouncilOfItsOwn() {
        council = OwnCouncil.underTheCitysPack();
    }

    /** What is listed to somebody for reassignment. */
    static List<String> left(String username) {
        return found(username, "/reassignments");
    }

    static List<String> found(String username, String list) {
        Response answer = as(council.key(), username).get(list + "?limit=200");
        answer.then().statusCode(200);
        return Json.each(Json.of(answer).get("items"), "id");
    }

    static ValidatableResponse item(String username, String id) {
        Response answer = as(council.key(), username).get("/reassignments?limit=200");
        answer.then().statusCode(200);
        assertThat(Json.each(Json.of(answer).get("items"), "id")).contains(id);
        return answer.then().rootPath("items.find { it.id == '%s' }".formatted(id));
    }
}
