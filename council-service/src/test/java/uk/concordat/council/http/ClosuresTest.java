package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a council's offices are closed, from the Monday before Christmas 2026 on. */
@QuarkusTest
class ClosuresTest extends OfCalendars {

    private static final String COUNCIL = "closing";
    private static final String PATH = "/councils/closing/closures";
    private static final Map<String, String> CLOSURE =
            Map.of("from", "2026-12-29", "to", "2026-12-31", "why", "Christmas closure", "source", "Minute 41");

    private static Response close(RequestSpecification request, Object body) {
        return request.contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static Response withdrawn(RequestSpecification request, String from) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("reason", "They stay open."))
                .post(PATH + "/" + from + "/withdrawal");
    }

    @Test
    void offices_are_closed_shown_as_local_told_to_all_services_and_opened_again_while_it_is_ahead() {
        loaded(COUNCIL);
        close(as(COUNCIL, CLERK), CLOSURE)
                .then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/2026-12-29"))
                .body("to", equalTo("2026-12-31"))
                .body("setBy", equalTo("local"))
                .body("version", equalTo("2"))
                .body("closedBy.username", equalTo(CLERK));
        assertThat(calendar().getList("days.day")).isEqualTo(List.of("2026-12-29", "2026-12-30", "2026-12-31"));
        assertThat(calendar().getString("days[0].why"))
                .isEqualTo("Christmas closure (local: the council's own closure)");
        as(COUNCIL, "member-lone")
                .get("/councils/closing/settings")
                .then()
                .statusCode(200)
                .body("closures.from", contains("2026-12-29"))
                .body("closures.setBy", contains("local"));
        close(as(COUNCIL, CLERK), CLOSURE).then().statusCode(409).body("code", equalTo("closure-overlaps"));
        close(as(COUNCIL, "head-of-paid-service"), CLOSURE).then().statusCode(403);
        close(as(CITY, CLERK), CLOSURE).then().statusCode(404);
        as(CITY, CLERK).get(PATH).then().statusCode(404);
        as(CITY, CLERK).get(PATH + "/2026-12-29").then().statusCode(404);

        it_is_shortened();

        String seen = as(COUNCIL, "member-lone").get(PATH + "/2026-12-29").getHeader("ETag");
        withdrawn(as(COUNCIL, CLERK), "2026-12-29").then().statusCode(428);
        withdrawn(as(COUNCIL, CLERK).header("If-Match", seen), "2026-12-29")
                .then()
                .statusCode(200)
                .body("withdrawn.reason", equalTo("They stay open."))
                .body("withdrawn.version", equalTo("4"));
        withdrawn(as(COUNCIL, CLERK).header("If-Match", "*"), "2026-12-30")
                .then()
                .statusCode(404);
        assertThat(calendar().getList("days")).isEmpty();
        as(COUNCIL, "member-lone")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("version", equalTo("4"));
        what_is_no_closure_is_told();
    }

    private static Response shortened(RequestSpecification request, Object body) {
        return request.contentType(ContentType.JSON).body(body).post(PATH + "/2026-12-29/shortening");
    }

    private void it_is_shortened() {
        Map<String, String> shorter = Map.of("to", "2026-12-30", "reason", "The boiler is mended.");
        String seen = as(COUNCIL, "member-lone").get(PATH + "/2026-12-29").getHeader("ETag");
        RequestSpecification stale = as(COUNCIL, CLERK).header("If-Match", "\"stale\"");
        shortened(as(COUNCIL, CLERK), shorter).then().statusCode(428);
        shortened(stale, shorter).then().statusCode(412);
        shortened(as(COUNCIL, "officer-1").header("If-Match", seen), shorter)
                .then()
                .statusCode(403);
        shortened(as(CITY, CLERK).header("If-Match", "*"), shorter).then().statusCode(404);
        shortened(as(COUNCIL, CLERK).header("If-Match", seen), Map.of("reason", "Because."))
                .then()
                .statusCode(400)
                .body("code", equalTo("field-missing"));
        shortened(as(COUNCIL, CLERK).header("If-Match", seen), Map.of("to", "2027-01-01", "reason", "Longer."))
                .then()
                .statusCode(422)
                .body("code", equalTo("closure-not-shorter"));

        shortened(as(COUNCIL, CLERK).header("If-Match", seen), shorter)
                .then()
                .statusCode(200)
                .body("to", equalTo("2026-12-30"))
                .body("shortened.was", equalTo("2026-12-31"))
                .body("shortened.reason", equalTo("The boiler is mended."))
                .body("shortened.version", equalTo("3"))
                .body("shortened.by.username", equalTo(CLERK));
        assertThat(calendar().getList("days.day")).isEqualTo(List.of("2026-12-29", "2026-12-30"));
    }

    private static void what_is_no_closure_is_told() {
        close(as(COUNCIL, CLERK), Map.of("from", "2026-12-31", "to", "2026-12-29", "why", "W", "source", "S"))
                .then()
                .statusCode(422)
                .body("code", equalTo("closure-ends-before-it-begins"));
        close(as(COUNCIL, CLERK), Map.of("from", "2026-12-29", "why", "W\nX", "source", "S"))
                .then()
                .statusCode(400)
                .body("code", equalTo("field-not-one-line"));
        close(as(COUNCIL, CLERK), Map.of("to", "2026-12-29", "why", "W", "source", "S"))
                .then()
                .statusCode(400)
                .body("code", equalTo("field-missing"));
    }

    private JsonPath calendar() {
        return JsonPath.from(documents(COUNCIL).stream()
                        .filter(record -> ("council/" + COUNCIL).equals(record.key()))
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .value())
                .setRootPath("calendar");
    }
}
