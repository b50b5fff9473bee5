package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

@QuarkusTest
class ProclaimedDaysTest extends OfCalendars {

    private static final Map<String, String> DAY = Map.of(
            "day", JANUARY,
            "why", "Bank holiday by proclamation",
            "source", "Royal proclamation of 20 December 2026");

    @Test
    void a_proclaimed_day_is_shown_to_the_councils_people_and_told_to_all_services() {
        loaded("proclaiming");

        proclaim("proclaiming", CLERK, day(JANUARY))
                .then()
                .statusCode(201)
                .header("Location", endsWith("/councils/proclaiming/non-working-days/" + JANUARY))
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .body("keySet()", containsInAnyOrder("day", "why", "source", "version", "proclaimedAt", "proclaimedBy"))
                .body("day", equalTo(JANUARY))
                .body("why", equalTo("Bank holiday by proclamation"))
                .body("source", equalTo("Royal proclamation of 20 December 2026"))
                .body("version", equalTo("2"))
                .body("proclaimedBy", equalTo(Map.of("username", CLERK, "name", "Beatrix Holm")));

        JsonPath document = JsonPath.from(profile("proclaiming").value());
        assertThat(document.getMap("calendar")).isEqualTo(Map.of("version", "2", "days", List.of(DAY)));
        assertThat(document.getString("name")).isEqualTo("City of London Corporation");
        assertThat(document.getList("protocols")).hasSize(1);
        as("proclaiming", "member-lone")
                .get(days("proclaiming"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("keySet()", containsInAnyOrder("items", "version"))
                .body("version", equalTo("2"))
                .body("items.day", contains(JANUARY))
                .body("items[0].proclaimedBy.username", equalTo(CLERK));
        as("proclaiming", "member-lone")
                .get(days("proclaiming") + "/" + JANUARY)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag("proclaiming", JANUARY)))
                .body("day", equalTo(JANUARY));
        eventually()
                .untilAsserted(() -> as("proclaiming", "member-lone")
                        .get("/councils/proclaiming")
                        .then()
                        .body("calendar.version", equalTo("2"))
                        .body("calendar.days", equalTo(List.of(DAY))));
        the_same_files_again_leave_it_proclaimed();
    }

    private void the_same_files_again_leave_it_proclaimed() {
        CsvFiles files = CsvFiles.ofTheCityAs("proclaiming");
        imported(files).statusCode(200).body("changes", equalTo(0));
        imported(files.replacing("council", "City of London Corporation", "The Corporation"))
                .statusCode(200)
                .body("changes", equalTo(1));

        JsonPath document = JsonPath.from(profile("proclaiming").value());
        assertThat(document.getString("name")).isEqualTo("The Corporation");
        assertThat(document.getMap("calendar")).isEqualTo(Map.of("version", "2", "days", List.of(DAY)));
    }

    @Test
    void the_same_request_again_under_its_key_is_done_once_and_answered_alike() {
        loaded("proclaiming-again");

        var first = proclaim(
                as("proclaiming-again", CLERK).header("Idempotency-Key", "k1"), "proclaiming-again", day(JANUARY));
        long events = events("proclaiming-again");
        proclaim("proclaiming-again", CLERK, day("2027-01-05")).then().statusCode(201);
        var second = proclaim(
                as("proclaiming-again", CLERK).header("Idempotency-Key", "k1"), "proclaiming-again", day(JANUARY));

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", equalTo(first.getHeader("Location")));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        assertThat(events("proclaiming-again")).isEqualTo(events + 1);
        proclaim(as("proclaiming-again", CLERK).header("Idempotency-Key", "k1"), "proclaiming-again", day("2027-01-06"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void of_many_who_proclaim_the_same_day_at_once_one_does_and_of_different_days_all_do() throws Exception {
        loaded("racing");

        assertThat(statuses(Collections.nCopies(6, day(JANUARY))))
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        assertThat(statuses(List.of(day("2027-01-05"), day("2027-01-06"), day("2027-01-07"))))
                .containsExactly(201, 201, 201);

        as("racing", CLERK)
                .get(days("racing"))
                .then()
                .body("version", equalTo("5"))
                .body("items.day", contains(JANUARY, "2027-01-05", "2027-01-06", "2027-01-07"))
                .body("items.version", containsInAnyOrder("2", "3", "4", "5"));
        assertThat(JsonPath.from(profile("racing").value()).getList("calendar.days"))
                .hasSize(4);
    }

    private static List<Integer> statuses(List<Map<String, Object>> bodies) throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(bodies.size())) {
            List<Future<Integer>> answers = bodies.stream()
                    .map(body ->
                            clerks.submit(() -> proclaim("racing", CLERK, body).statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    @Test
    void days_are_listed_page_by_page() {
        loaded("listing");
        List.of("2027-01-06", JANUARY, "2027-01-05")
                .forEach(day -> proclaim("listing", CLERK, day(day)).then().statusCode(201));

        as("listing", "officer-1")
                .get(days("listing") + "?limit=2")
                .then()
                .body("items.day", contains(JANUARY, "2027-01-05"))
                .body("next", equalTo("2027-01-05"));
        as("listing", "officer-1")
                .get(days("listing") + "?limit=2&after=2027-01-05")
                .then()
                .body("items.day", contains("2027-01-06"))
                .body("$", not(hasKey("next")));
        as("listing", "officer-1").get(days("listing") + "?limit=0").then().statusCode(400);
        as("listing", "officer-1")
                .get(days("listing") + "?after=soon")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-after"));
    }

    @Test
    void a_day_is_withdrawn_while_it_is_ahead_and_may_be_proclaimed_anew() {
        loaded("withdrawing");
        proclaim("withdrawing", CLERK, day(JANUARY)).then().statusCode(201);
        String seen = etag("withdrawing", JANUARY);

        var withdrawn = withdraw(
                as("withdrawing", CLERK).header("If-Match", seen).header("Idempotency-Key", "w1"),
                "withdrawing",
                JANUARY);

        withdrawn
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(seen)))
                .body("day", equalTo(JANUARY))
                .body("version", equalTo("2"))
                .body("withdrawn.version", equalTo("3"))
                .body("withdrawn.reason", equalTo("The proclamation was revoked."))
                .body("withdrawn.by.username", equalTo(CLERK));
        assertThat(JsonPath.from(profile("withdrawing").value()).getMap("calendar"))
                .isEqualTo(Map.of("version", "3", "days", List.of()));
        as("withdrawing", "officer-1")
                .get(days("withdrawing"))
                .then()
                .body("version", equalTo("3"))
                .body("items", hasSize(0));
        assertThat(withdraw(
                                as("withdrawing", CLERK)
                                        .header("If-Match", seen)
                                        .header("Idempotency-Key", "w1"),
                                "withdrawing",
                                JANUARY)
                        .asString())
                .isEqualTo(withdrawn.asString());
        withdraw(as("withdrawing", CLERK).header("If-Match", "*"), "withdrawing", JANUARY)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-withdrawn"));
        proclaim("withdrawing", CLERK, day(JANUARY)).then().statusCode(201).body("version", equalTo("4"));
    }

    @Test
    void why_it_was_said_so_late_is_kept_apart_from_the_facts_and_is_not_told_to_services() {
        loaded("late");

        proclaim("late", CLERK, day("2026-12-21", "The Gazette came late."))
                .then()
                .statusCode(201)
                .body("reason", equalTo("The Gazette came late."));

        String ofDay = "tenant = 'late' and type = 'non-working-day-proclaimed'";
        assertThat(ServiceUnderTest.count("event", ofDay)).isEqualTo(1);
        assertThat(ServiceUnderTest.count("event", ofDay + " and facts::text like '%Gazette%'"))
                .isZero();
        assertThat(ServiceUnderTest.count("event", ofDay + " and personal::text like '%Gazette%'"))
                .isEqualTo(1);
        assertThat(documents("late")).noneMatch(document -> document.value().contains("Gazette"));
    }

    @Test
    void the_edge_describes_them() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/councils/{council}/non-working-days",
                                "/councils/{council}/non-working-days/{day}",
                                "/councils/{council}/non-working-days/{day}/withdrawal"));
    }

    /** The newest of the council's own documents. */
    private Topic.Lying profile(String council) {
        return documents(council).stream()
                .filter(document -> ("council/" + council).equals(document.key()))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
