package uk.concordat.council.http;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A test of non-working days: in councils of the City's people and posts, on the Monday before Christmas 2026. */
abstract class OfCalendars extends OverHttp {

    static final String CLERK = "member-services";
    static final String JANUARY = "2027-01-04";

    @BeforeEach
    void before_christmas() {
        ServiceUnderTest.clock(Instant.parse("2026-12-21T09:00:00Z"));
    }

    @AfterEach
    void present_time() {
        ServiceUnderTest.clock(Instant.now());
    }

    /** Loads a council, until its people are known to act. */
    static void loaded(String council) {
        imported(CsvFiles.ofTheCityAs(council)).statusCode(200);
        eventually()
                .untilAsserted(() -> as(council, CLERK)
                        .get("/me")
                        .then()
                        .statusCode(200)
                        .body("posts.post", equalTo(List.of(CLERK))));
    }

    static String days(String council) {
        return "/councils/" + council + "/non-working-days";
    }

    static Map<String, Object> day(String day) {
        return new HashMap<>(Map.of(
                "day", day, "why", "Bank holiday by proclamation", "source", "Royal proclamation of 20 December 2026"));
    }

    static Map<String, Object> day(String day, String reason) {
        Map<String, Object> body = day(day);
        body.put("reason", reason);
        return body;
    }

    static Response proclaim(String council, String username, Object body) {
        return proclaim(as(council, username), council, body);
    }

    static Response proclaim(RequestSpecification request, String council, Object body) {
        return request.contentType(ContentType.JSON).body(body).post(days(council));
    }

    static Response withdraw(RequestSpecification request, String council, String day) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("reason", "The proclamation was revoked."))
                .post(days(council) + "/" + day + "/withdrawal");
    }

    static String etag(String council, String day) {
        return as(council, CLERK).get(days(council) + "/" + day).getHeader("ETag");
    }
}
