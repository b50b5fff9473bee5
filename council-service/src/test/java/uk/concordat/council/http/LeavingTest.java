package uk.concordat.council.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Whoever leaves office, or a post, has what it gave to the end of their last day in the council, and no longer. */
@QuarkusTest
class LeavingTest extends OverHttp {

    private static final String COUNCIL = "leaving";
    private static final String OPEN = ",2000-01-01,,";
    private static final String TO_THE_END_OF_JUNE = ",2000-01-01,2027-06-30,";

    /** British Summer Time: half past eleven there. The clock goes on while a test runs. */
    private static final Instant LAST_HOUR = Instant.parse("2027-06-30T22:30:00Z");

    private static final Instant THE_DAY_AFTER = Instant.parse("2027-06-30T23:00:00Z");

    @BeforeEach
    void a_council_that_an_officer_leaves_and_where_member_services_fall_vacant() {
        CsvFiles files = CsvFiles.ofTheCityAs(COUNCIL);
        imported(files.with("people", changed(files.text("people"), "officer-1,", OPEN, TO_THE_END_OF_JUNE))
                        .with(
                                "holders",
                                changed(
                                        files.text("holders"),
                                        "member-services,",
                                        "2000-01-01,",
                                        "2000-01-01,2027-06-30")))
                .statusCode(200);
        ServiceUnderTest.clock(LAST_HOUR);
        eventually()
                .until(() -> ServiceUnderTest.count("council_document", "tenant = '%s'".formatted(COUNCIL))
                        == files.things());
    }

    @AfterEach
    void the_clock_is_right_again() {
        ServiceUnderTest.clock(Instant.now());
    }

    private static String changed(String text, String line, String before, String after) {
        return text.lines()
                .map(each -> each.startsWith(line) ? each.replace(before, after) : each)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void who_leaves_office_is_let_in_on_the_last_day_and_nowhere_the_day_after() {
        List<String> paths = List.of("", "/people", "/posts/officer-1", "/non-working-days", "/groups");
        for (String path : paths) {
            as(COUNCIL, "officer-1").get("/councils/leaving" + path).then().statusCode(200);
        }

        ServiceUnderTest.clock(THE_DAY_AFTER);

        for (String path : paths) {
            as(COUNCIL, "officer-1")
                    .get("/councils/leaving" + path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("person-not-known"));
        }
        as(COUNCIL, "officer-2")
                .get("/councils/leaving/people/officer-1")
                .then()
                .statusCode(200)
                .body("inOffice", is(false));
    }

    @Test
    void who_has_left_the_post_of_member_services_proclaims_nothing_any_more() {
        proclaimed("2027-07-20").statusCode(201);

        ServiceUnderTest.clock(THE_DAY_AFTER);

        proclaimed("2027-07-21").statusCode(403).body("code", equalTo("member-services-only"));
    }

    private static ValidatableResponse proclaimed(String day) {
        return as(COUNCIL, "member-services")
                .contentType(ContentType.JSON)
                .body("{\"day\":\"%s\",\"why\":\"Closure\",\"source\":\"Minute 1\"}".formatted(day))
                .post("/councils/leaving/non-working-days")
                .then();
    }
}
