package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

@QuarkusTest
class ListingTest extends OverHttp {

    @Test
    void the_newest_stands_first_and_shows_what_a_list_shows() {
        received();
        Response newest = received();

        as("member-services")
                .get("/enquiries?limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(1))
                .rootPath("items[0]")
                .body("id", equalTo(id(newest)))
                .body("reference", equalTo(text(newest, "reference")))
                .body("status", equalTo("received"))
                .body("overdue", is(false))
                .body("subject", equalTo("Street lighting"))
                .body("member.name", equalTo("Amara Whitlock"))
                .body("officer.username", equalTo("officer-1"))
                .body("receivedAt", equalTo("2026-12-24T09:15:00Z"));
    }

    @Test
    void pages_follow_one_another_without_hole_or_double_while_new_enquiries_come_in() {
        List<String> mine =
                Stream.generate(() -> ownOf("member-blue-2")).limit(7).toList();

        List<String> read = new ArrayList<>();
        @Nullable String after = null;
        do {
            Response page = as("member-blue-2").get("/enquiries?limit=3" + (after == null ? "" : "&after=" + after));
            page.then().statusCode(200);
            read.addAll(ids(page));
            after = Json.of(page).has("next") ? text(page, "next") : null;
            ownOf("member-blue-2");
        } while (after != null);

        assertThat(read).doesNotHaveDuplicates().endsWith(mine.reversed().toArray(new String[0]));
    }

    @Test
    void the_last_page_names_no_next_even_when_it_is_full() {
        ownOf("coopted-voting");
        ownOf("coopted-voting");
        int all = ids(as("coopted-voting").get("/enquiries")).size();

        Response full = as("coopted-voting").get("/enquiries?limit=" + all);

        assertThat(Json.of(full).has("next")).isFalse();
        assertThat(ids(full)).hasSize(all);
    }

    @Test
    void more_than_200_counts_as_200() {
        int present = ids(as("member-blue-1").get("/enquiries?limit=200")).size();
        for (int i = present; i < 201; i++) {
            ownOf("member-blue-1");
        }

        for (String limit : List.of("200", "201", "999999999")) {
            as("member-blue-1")
                    .get("/enquiries?limit=" + limit)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(200));
        }
        as("member-blue-1").get("/enquiries").then().body("items", hasSize(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1e3", "many", "%20", "9999999999", "%00", "0x10", "١"})
    void a_limit_that_is_no_number_from_1_is_refused(String limit) {
        Problems.assertProblem(
                as("member-red-1").urlEncodingEnabled(false).get("/enquiries?limit=" + encoded(limit)),
                400,
                "bad-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "COL-E-2026-000001", "%27%20or%201=1", "%00"})
    void an_after_that_is_no_next_of_a_page_before_is_refused(String after) {
        Problems.assertProblem(
                as("member-red-1").urlEncodingEnabled(false).get("/enquiries?after=" + after), 400, "bad-after");
    }

    @Test
    void an_empty_limit_or_after_counts_as_none() {
        ownOf("leader-blue");

        as("leader-blue").get("/enquiries?limit=&after=").then().statusCode(200).body("items.size()", greaterThan(0));
    }

    @Test
    void an_after_that_nobody_was_ever_given_begins_where_it_would_stand() {
        ownOf("leader-blue");

        as("leader-blue")
                .get("/enquiries?after=00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("leader-blue")
                .get("/enquiries?after=ffffffff-ffff-ffff-ffff-ffffffffffff&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void a_list_says_what_the_case_says_of_being_overdue() {
        Response open = received();
        Response withdrawn = received();
        act("member-red-1", withdrawn, "withdrawal", "{}");
        Response acknowledged = received();
        act("officer-1", acknowledged, "acknowledgement", letter("Seen."));

        for (String moment : List.of("2026-12-30T23:59:00Z", "2026-12-31T00:00:00Z", "2027-01-13T00:00:00Z")) {
            ServiceUnderTest.clock(Instant.parse(moment));
            Response list = as("member-services").get("/enquiries?limit=3");
            for (Response each : List.of(open, withdrawn, acknowledged)) {
                String id = id(each);
                Response inCase = as("member-services").get("/enquiries/{id}", id);
                JsonNode inList = Json.of(list).get("items").get(ids(list).indexOf(id));
                assertThat(inList.get("overdue"))
                        .as("%s at %s", text(inCase, "status"), moment)
                        .isEqualTo(Json.of(inCase).get("overdue"));
            }
        }
    }

    private static List<String> ids(Response page) {
        return Json.each(Json.of(page).get("items"), "id");
    }

    private static String ownOf(String member) {
        Response created = as(member).body(own()).post("/enquiries");
        created.then().statusCode(201);
        return id(created);
    }

    private static String encoded(String limit) {
        return limit.startsWith("%") ? limit : URLEncoder.encode(limit, StandardCharsets.UTF_8);
    }
}
