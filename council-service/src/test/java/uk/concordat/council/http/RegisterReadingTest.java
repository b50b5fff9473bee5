package uk.concordat.council.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** People and posts as their own council reads them, today and as of a day. */
@QuarkusTest
class RegisterReadingTest extends OverHttp {

    private static final String COUNCIL = "registered";

    /** The manager's post was held by two people one after the other, with a week between them. */
    private static final CsvFiles FILES = CsvFiles.ofTheCityAs(COUNCIL)
            .replacing("holders", "manager-1,manager-1,2000-01-01,", "manager-1,manager-1,2000-01-01,2026-02-28")
            .plus("holders", "manager-1,officer-5,2026-03-08,")
            .plus("deputies", "manager-1,manager-4,2026-03-01,2026-03-31");

    /** Documents of different people and posts come in any order. */
    private static void loaded(String council, CsvFiles files) {
        imported(files).statusCode(200);
        eventually().until(() -> as(council, "officer-1").get("/me").statusCode() == 200);
        eventually().until(() -> known(council, "/people") + known(council, "/posts") == files.things() - 1);
    }

    private static int known(String council, String list) {
        return as(council, "officer-1")
                .get("/councils/%s%s?limit=200".formatted(council, list))
                .jsonPath()
                .getList("items")
                .size();
    }

    private static ValidatableResponse read(String council, String path) {
        return as(council, "officer-1").get("/councils/" + council + path).then();
    }

    private static ValidatableResponse read(String path) {
        if (events(COUNCIL) == 0) {
            loaded(COUNCIL, FILES);
        }
        return read(COUNCIL, path).statusCode(200).header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, manager-1, ",
        "2026-03-01, , manager-4",
        "2026-03-03, , manager-4",
        "2026-03-07, , manager-4",
        "2026-03-08, officer-5, manager-4",
        "2026-03-31, officer-5, manager-4",
        "2026-04-01, officer-5, ",
        "1999-12-31, , ",
    })
    void who_held_this_post_on_3_march(String day, String holder, String deputy) {
        read("/posts/manager-1?on=" + day)
                .body("on", equalTo(day))
                .body("holder.username", equalTo(holder))
                .body("deputy.username", equalTo(deputy))
                .body("vacant", equalTo(holder == null));
    }

    @Test
    void a_post_is_told_with_the_line_above_it_as_it_was_held_on_that_day() {
        ValidatableResponse post = read("/posts/officer-1?on=2026-03-03");

        post.body("title", equalTo("Street Works Officer"))
                .body("roles", contains("officer"))
                .body("directorate", equalTo("Environment"))
                .body("grade", equalTo("junior"))
                .body("politicallyRestricted", equalTo(false))
                .body("holder", equalTo(Map.of("username", "officer-1", "name", "Daniel Ashcombe")))
                .body("lineAbove.post", contains("manager-1", "director-1", "head-of-paid-service"))
                .body("lineAbove[0].holder", nullValue())
                .body("lineAbove[1].holder.username", equalTo("director-1"))
                .body("keySet()", not(hasItem("external")));
        read("/posts/officer-1?on=2026-03-08").body("lineAbove[0].holder.username", equalTo("officer-5"));
    }

    @Test
    void today_is_the_day_in_the_council() {
        ServiceUnderTest.clock(Instant.parse("2027-06-30T23:00:00Z"));
        try {
            read("/posts/manager-1").body("on", equalTo("2027-07-01"));
            read("/people/officer-1").body("on", equalTo("2027-07-01"));
        } finally {
            ServiceUnderTest.clock(Instant.now());
        }
    }

    @Test
    void posts_are_found_by_role_and_by_directorate() {
        read("/posts?role=monitoring-officer").body("items.post", contains("monitoring-officer"));
        read("/posts?role=director").body("items.post", contains("director-1", "director-2", "director-3"));
        read("/posts?directorate=Environment&role=line-manager").body("items.post", contains("manager-1", "manager-3"));
        read("/posts?directorate=Nowhere").body("items", empty());
        read("/posts?on=1999-12-31").body("items", empty());
    }

    @Test
    @Rule("COL-42")
    void an_independent_member_is_told_with_the_committee_that_they_are_appointed_to() {
        read("/people?kind=independent-member")
                .body("items.username", contains("independent-1", "independent-2"))
                .body("items.appointedTo", everyItem(equalTo(List.of("standards"))))
                .body("items.councillor", everyItem(equalTo(false)));
    }

    @Test
    @Rule({"HAC-05", "HAR-08"})
    void co_optees_are_councillors_and_the_code_binds_those_who_vote_in_law() {
        read("/people/coopted-voting").body("councillor", equalTo(true)).body("membersCode", equalTo("must"));
        read("/people/coopted-nonvoting").body("councillor", equalTo(true)).body("membersCode", equalTo("should"));
        read("/people/member-lone").body("councillor", equalTo(true)).body("membersCode", equalTo("must"));
        read("/people/officer-1").body("councillor", equalTo(false)).body("membersCode", nullValue());
    }

    @Test
    @Rule("HAC-03")
    void an_officer_who_is_not_directly_employed_is_told_as_such() {
        read("/people/school-business-manager").body("employment", equalTo("employment-based"));
        read("/people/officer-1").body("employment", nullValue());
    }

    @Test
    @Rule("HAR-17")
    void an_officer_is_told_with_whom_they_are_allocated_to() {
        read("/people/group-support-red").body("allocatedTo", equalTo(List.of(Map.of("group", "red"))));
        read("/people/democratic-services-1")
                .body("allocatedTo.member.username", contains("member-lone"))
                .body("deputyFor.post", contains("member-services"));
        read("/people/democratic-services-1?on=1999-12-31").body("allocatedTo", empty());
    }

    @Test
    void a_person_is_told_with_the_posts_they_hold_on_that_day() {
        read("/people/officer-5?on=2026-03-07").body("posts.post", contains("officer-5"));
        read("/people/officer-5?on=2026-03-08").body("posts.post", hasItems("manager-1", "officer-5"));
        read("/people/officer-5?on=1999-12-31").body("inOffice", equalTo(false)).body("posts", empty());
    }

    @Test
    @Rule("CC-32")
    void a_politically_restricted_post_is_told_as_such() {
        read("/posts/director-1").body("politicallyRestricted", equalTo(true));
        read("/posts/manager-1").body("politicallyRestricted", equalTo(false));
    }

    @Test
    void lists_come_in_pages_without_a_gap_or_a_double() {
        for (String list : List.of("/people", "/posts")) {
            List<String> all = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonPath page = read(list + "?limit=7" + (next.isEmpty() ? "" : "&after=" + next))
                        .extract()
                        .jsonPath();
                assertThat(page.getList("items").size()).isBetween(1, 7);
                all.addAll(page.getList("items.id"));
                next = page.getString("next");
            }
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(
                            read(list + "?limit=200").extract().jsonPath().getList("items"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people?on=yesterday",
                "/people?kind=mayor",
                "/people?limit=0",
                "/posts?role=boss",
                "/posts?on=2026-02-30",
                "/posts/manager-1?on=3 March",
            })
    void what_cannot_be_understood_is_the_askers_fault(String path) {
        if (events(COUNCIL) == 0) {
            loaded(COUNCIL, FILES);
        }
        read(COUNCIL, path).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/people", "/people/officer-1", "/posts", "/posts/officer-1", "/people/nobody", "/posts/x'--"})
    void to_people_of_another_council_there_is_nothing(String path) {
        for (String council : List.of("harlow", "unheard-of")) {
            as(CITY, "head-of-paid-service")
                    .get("/councils/" + council + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }
        given().get("/councils/harlow" + path).then().statusCode(401);
    }

    @Test
    void who_is_not_known_is_not_found() {
        as(CITY, "officer-1")
                .get("/councils/city-of-london/people/nobody")
                .then()
                .statusCode(404);
        as(CITY, "officer-1")
                .get("/councils/city-of-london/posts/nowhere")
                .then()
                .statusCode(404);
    }

    @Test
    @Rule("HAC-26")
    void the_generic_roles_are_hackneys_own_posts() {
        loaded("hackney", CsvFiles.of("hackney"));

        Map.of(
                        "head-of-paid-service", "Chief Executive",
                        "chief-finance-officer", "Corporate Director Finance and Resources",
                        "monitoring-officer", "Corporate Director Legal, HR and Regulatory Services",
                        "director-of-childrens-services", "Corporate Director Children and Young People’s Services",
                        "director-of-adult-social-services", "Corporate Director Health and Community Services")
                .forEach((role, title) ->
                        read("hackney", "/posts?role=" + role).statusCode(200).body("items.title", contains(title)));
    }

    @Test
    @Rule("WTC-06")
    void the_monitoring_officer_may_be_another_councils() {
        loaded("wonderland", CsvFiles.of("wonderland"));

        read("wonderland", "/posts/monitoring-officer")
                .statusCode(200)
                .body("external", equalTo("Looking Glass Borough Council"))
                .body("lineAbove", empty())
                .body("holder.username", equalTo("monitoring-officer"));
    }
}
