package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Repository;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;
import uk.concordat.protocols.testing.Rule;

/** Harlow's groups, wards, bodies and elections, loaded from the files of the local stack under another key. */
@QuarkusTest
class CompositionReadingTest extends OverHttp {

    private static final String COUNCIL = "composed";
    private static final List<String> FILES =
            List.of("groups", "group-members", "wards", "ward-members", "bodies", "body-members", "elections");

    private static CsvFiles files() {
        CsvFiles files = CsvFiles.of("harlow").replacing("council", "\nharlow,", "\n" + COUNCIL + ",");
        for (String name : FILES) {
            files = files.with(name, read(name));
        }
        return files;
    }

    private static byte[] read(String name) {
        Path file = Repository.root().resolve("deploy/local/councils/harlow/%s.csv".formatted(name));
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first test loads them; they are known once the last of their documents has come back from the topic. */
    @BeforeEach
    void load() {
        if (events(COUNCIL) > 0) {
            return;
        }
        imported(files()).statusCode(200);
        eventually().untilAsserted(() -> get("/elections").body("items", not(empty())));
    }

    private static ValidatableResponse get(String path) {
        return as(COUNCIL, "member-lone")
                .get("/councils/" + COUNCIL + path)
                .then()
                .statusCode(200);
    }

    @Test
    void the_same_files_again_change_nothing_and_neither_do_four_of_them_alone() {
        imported(files()).statusCode(200).body("changes", equalTo(0));

        CsvFiles four = files();
        for (String name : FILES) {
            four = four.without(name);
        }
        imported(four).statusCode(200).body("changes", equalTo(0));
        get("/groups").body("items.key", contains("blue", "red"));
    }

    @Test
    @Rule({"HAR-05", "HAR-06"})
    void the_groups_of_a_day_are_read_with_who_leads_the_opposition_and_by_which_rule() {
        get("/groups?on=2026-07-01")
                .header("Cache-Control", "no-store")
                .body("on", equalTo("2026-07-01"))
                .body("items.key", contains("blue", "red"))
                .body("items.administration", contains(false, true))
                .body("items[0].told", equalTo("2000-01-01"))
                .body("items[0].leader", equalTo(Map.of("username", "leader-blue", "name", "Stephen Latton")))
                .body("items[0].whips.username", contains("member-blue-1"))
                .body("items[1].members.username", hasItems("member-red-1", "chair-scrutiny"))
                .body(
                        "leaderOfTheOpposition",
                        equalTo(Map.of(
                                "because", "leads-the-largest-group",
                                "person", Map.of("username", "leader-blue", "name", "Stephen Latton"),
                                "groups", List.of("blue"),
                                "rule", "HAR-06",
                                "paragraph", "2.1, 2.5",
                                "reading", "stated")));
        get("/groups?on=1999-12-31")
                .body("items", empty())
                .body("leaderOfTheOpposition.because", equalTo("not-in-the-protocol"));
    }

    @Test
    void a_ward_and_a_body_are_read_with_who_stands_for_or_sits_on_them() {
        get("/wards/mark-hall")
                .body("name", equalTo("Mark Hall"))
                .body("members.username", hasItems("leader-red", "member-red-3"));
        get("/bodies/scrutiny")
                .body("kind", equalTo("scrutiny"))
                .body("members.find { it.username == 'chair-scrutiny' }.part", equalTo("chair"))
                .body("members.find { it.username == 'coopted-voting' }.part", equalTo("co-opted-member"));
        get("/groups/red").body("leader.username", equalTo("leader-red"));
        as(COUNCIL, "member-red-1").get("/me").then().statusCode(200).body("group", equalTo("red"));
    }

    @Test
    void lists_are_paged_by_key() {
        get("/wards?limit=2")
                .body("items.key", contains("bush-fair", "great-parndon"))
                .body("next", equalTo("great-parndon"));
        get("/wards?limit=2&after=netteswell")
                .body("items.key", contains("old-harlow"))
                .body("$", not(hasKey("next")));
        get("/bodies?limit=1").body("items", hasItems(hasKey("key")));
    }

    @Test
    void a_day_lies_in_the_period_before_an_election_or_not() {
        get("/elections?on=2027-03-24")
                .body("items.key", contains("district-2026", "district-2027"))
                .body("items[1].preElectionPeriod", equalTo(Map.of("from", "2027-03-25", "to", "2027-05-06")))
                .body("items[1].leaving", empty())
                .body("inPreElectionPeriodOf", nullValue());
        get("/elections?on=2027-03-25").body("inPreElectionPeriodOf", equalTo("district-2027"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups",
                "/groups/red",
                "/wards",
                "/wards/mark-hall",
                "/bodies",
                "/bodies/council",
                "/elections"
            })
    void to_people_of_another_council_there_is_nothing(String path) {
        as(CITY, "head-of-paid-service")
                .get("/councils/" + COUNCIL + path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void what_does_not_exist_on_a_day_and_what_is_no_day_are_told_apart() {
        as(COUNCIL, "member-lone")
                .get("/councils/composed/groups/red?on=1999-12-31")
                .then()
                .statusCode(404);
        as(COUNCIL, "member-lone").get("/councils/composed/groups/green").then().statusCode(404);
        for (String day : List.of("tomorrow", "2026-02-30", "01/02/2026")) {
            as(COUNCIL, "member-lone")
                    .queryParam("on", day)
                    .get("/councils/composed/groups")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bad-day"));
        }
    }

    @Test
    @Rule("HAR-04")
    void a_group_of_one_is_refused_and_nothing_of_the_files_is_applied() {
        long before = events(COUNCIL);

        imported(files().with("groups", "group,name,told,from,to\nlone,Lone,2020-01-01,2020-01-01,\n")
                        .with("group-members", "group,username,part,from,to\nlone,member-lone,member,2020-01-01,\n")
                        .replacing("people", "Ivy Netteswell", "Ivy Other"))
                .statusCode(422)
                .body("code", equalTo("import-refused"))
                .body("errors.file", contains("groups.csv"))
                .body("errors[0].line", equalTo(2))
                .body(
                        "errors[0].problem",
                        equalTo(
                                "the group lone has 1 councillor on 2020-01-01; a group is 2 or more (HAR-04, paragraph 2.3)"));
        assertThat(events(COUNCIL)).isEqualTo(before);
    }

    @Test
    void what_people_stand_for_is_kept_apart_from_the_facts_and_told_to_services_only() {
        String recorded = "tenant = 'composed' and type = 'group-memberships-recorded'";
        assertThat(ServiceUnderTest.count("event", recorded)).isPositive();
        assertThat(ServiceUnderTest.count("event", recorded + " and jsonb_exists(facts, 'memberships')"))
                .isZero();

        List<Topic.Lying> groups = documents(COUNCIL).stream()
                .filter(document -> "group/composed/red".equals(document.key()))
                .toList();
        assertThat(groups).isNotEmpty();
        JsonPath red = JsonPath.from(groups.getLast().value());
        assertThat(red.getList("parts.part")).contains("leader", "whip", "member");
        assertThat(red.getList("parts"))
                .as("its members, of whom one leads it and one is its whip")
                .hasSize(2
                        + (int) files().text("people")
                                .lines()
                                .filter(line -> line.contains(",member,red,"))
                                .count());
    }
}
