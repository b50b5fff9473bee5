package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

@QuarkusTest
class ImportTest extends OverHttp {

    @Test
    void the_files_of_the_cast_are_taken_in_whole_and_change_nothing_when_they_come_again() {
        imported(CsvFiles.of(CITY))
                .statusCode(200)
                .body("council", equalTo(CITY))
                .body("changes", equalTo(CsvFiles.of(CITY).things()));
        int published = documents(CITY).size();

        imported(CsvFiles.of(CITY)).statusCode(200).body("changes", equalTo(0));

        assertThat(events(CITY)).isEqualTo(CsvFiles.of(CITY).things());
        assertThat(documents(CITY)).hasSize(published);
    }

    @Test
    void files_may_come_as_an_upload() {
        CsvFiles.ofTheCityAs("uploaded")
                .asUploadIn(asOperator())
                .post("/imports")
                .then()
                .statusCode(200)
                .body("changes", equalTo(CsvFiles.of(CITY).things()));
    }

    @Test
    void imports_at_once_are_taken_in_one_after_the_other_and_only_the_first_changes_something() throws Exception {
        CsvFiles files = CsvFiles.ofTheCityAs("twice-at-once");
        try (ExecutorService operators = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> answers = operators.invokeAll(Collections.nCopies(
                    3, () -> imported(files).statusCode(200).extract().path("changes")));
            List<Integer> changes = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                changes.add(answer.get());
            }
            assertThat(changes).containsExactlyInAnyOrder(files.things(), 0, 0);
        }

        imported(files).statusCode(200).body("changes", equalTo(0));
        assertThat(events("twice-at-once")).isEqualTo(files.things());
        assertThat(documents("twice-at-once")).hasSize(files.things());
    }

    @Test
    void documents_are_whole_and_their_versions_only_grow() {
        CsvFiles files = CsvFiles.ofTheCityAs("whole");
        imported(files).statusCode(200);

        List<Topic.Lying> documents = documents("whole");
        assertThat(documents).hasSize(files.things()).allSatisfy(document -> {
            assertThat(document.key()).isEqualTo(document.headers().get("ce_subject"));
            assertThat(document.headers()).containsEntry("ce_specversion", "1.0");
        });
        assertThat(documents.stream().map(ImportTest::version)).doesNotHaveDuplicates();
        versionsOfEachGrow(documents);
        assertThat(JsonPath.from(profile(documents).value()).getMap(""))
                .containsEntry("key", "whole")
                .containsEntry("name", "City of London Corporation")
                .containsEntry("reference", "COL")
                .containsEntry("zone", "Europe/London")
                .containsEntry(
                        "protocols", List.of(Map.of("pack", CITY, "version", "2006-04-13.2", "from", "2000-01-01")));
        assertThat(JsonPath.from(profile(documents).value()).getMap("settings"))
                .isEqualTo(Map.of("reminderWorkingDays", 1, "rungWorkingDays", 2, "followUpWorkingDays", 5));
        JsonPath officer = JsonPath.from(ofUsername(documents, "officer-3").value());
        JsonPath post = JsonPath.from(named(documents, "key", "officer-3").value());
        JsonPath vacant = JsonPath.from(named(documents, "key", "manager-3").value());
        assertThat(officer.getString("email")).isEqualTo("officer-3@city-of-london.example");
        assertThat(post.getString("title")).isEqualTo("Open Spaces Officer");
        assertThat(post.getString("reportsTo")).isEqualTo(vacant.getString("id"));
        assertThat(post.getList("holders.person")).containsExactly(officer.getString("id"));
        assertThat(vacant.getList("holders")).isEmpty();
    }

    @Test
    void a_changed_name_is_one_new_document_of_a_later_version_of_the_same_person() {
        CsvFiles files = CsvFiles.ofTheCityAs("renamed");
        imported(files).statusCode(200);
        Topic.Lying before = ofUsername(documents("renamed"), "manager-1");

        imported(files.replacing("people", "Grace Adeyemi", "Grace Adeyemi-Jones"))
                .statusCode(200)
                .body("changes", equalTo(1));

        List<Topic.Lying> documents = documents("renamed");
        assertThat(documents).hasSize(files.things() + 1);
        Topic.Lying after = documents.getLast();
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(version(after)).isEqualTo(files.things() + 1);
        assertThat(JsonPath.from(after.value()).getString("name")).isEqualTo("Grace Adeyemi-Jones");
        versionsOfEachGrow(documents);
    }

    @Test
    void a_dry_run_tells_what_would_change_and_who_is_missing_and_changes_nothing() {
        CsvFiles files = CsvFiles.ofTheCityAs("tried");
        tried(files)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changes", equalTo(files.things()))
                .body("added.size()", equalTo(files.things()))
                .body("changed", empty());
        assertThat(events("tried")).isZero();
        assertThat(KafkaTopics.named("concordat.tried.")).isEmpty();
        imported(files).statusCode(200).body("dryRun", equalTo(false)).body("missing", empty());

        CsvFiles next = files.replacing("people", "Grace Adeyemi", "Grace Adeyemi-Jones")
                .withoutLine("people", "member-lone,")
                .withoutLine("allocations", "democratic-services-1,");

        tried(next)
                .statusCode(200)
                .body("added", empty())
                .body("changed.kind", contains("person"))
                .body("changed.key", contains("manager-1"))
                .body("missing.kind", contains("person", "allocation"))
                .body("missing.key[0]", equalTo("member-lone"))
                .body("missing.key[1]", startsWith("democratic-services-1/"));
        assertThat(events("tried")).isEqualTo(files.things());
        imported(next).statusCode(200).body("changes", equalTo(1)).body("missing.key", hasItem("member-lone"));
        tried(next.replacing("posts", "line-manager,director-2", "line-manager,director-9"))
                .statusCode(422)
                .body("code", equalTo("import-refused"));
    }

    private static ValidatableResponse tried(CsvFiles files) {
        return files.in(asOperator()).post("/imports?dryRun=true").then();
    }

    @Test
    void files_of_ten_thousand_people_are_read() {
        String people = "username,name,kind,group,from,to,email\n"
                + IntStream.rangeClosed(1, 10_000)
                        .mapToObj(
                                "officer-%1$d,Olu the %1$d. of that Name,officer,,2000-01-01,,officer-%1$d@tried.example\n"
                                        ::formatted)
                        .collect(Collectors.joining());
        CsvFiles files = CsvFiles.ofTheCityAs("tried")
                .with("people", people)
                .with("posts", "post,title,roles,reportsTo,from,to\n")
                .with("holders", "post,username,from,to\n")
                .without("deputies")
                .without("allocations");

        tried(files).statusCode(200).body("added.count { it.key.startsWith('officer-') }", greaterThan(9_990));
    }

    @Test
    void a_protocol_that_is_adopted_for_later_leaves_the_one_in_force_in_force_until_then() {
        CsvFiles files = CsvFiles.ofTheCityAs("twice-adopted");
        imported(files).statusCode(200);
        CsvFiles ofApril =
                files.replacing("council", "2006-04-13.2,2000-01-01", Installation.NEXT_VERSION + ",2027-04-01");
        imported(ofApril).statusCode(200).body("changes", equalTo(1));
        imported(ofApril).statusCode(200).body("changes", equalTo(0));

        Map<String, String> now = Map.of("pack", CITY, "version", "2006-04-13.2", "from", "2000-01-01");
        Map<String, String> then = Map.of("pack", CITY, "version", Installation.NEXT_VERSION, "from", "2027-04-01");
        assertThat(JsonPath.from(profile(documents("twice-adopted")).value()).getList("protocols"))
                .isEqualTo(List.of(now, then));
        protocolOn("2027-03-31T22:59:59Z", "2006-04-13.2");
        protocolOn("2027-03-31T23:00:00Z", Installation.NEXT_VERSION);
    }

    /** Days are those of London, where the first of April begins while it is still March in UTC. */
    private static void protocolOn(String moment, String version) {
        ServiceUnderTest.clock(Instant.parse(moment));
        try {
            eventually()
                    .untilAsserted(() -> as("twice-adopted", "officer-1")
                            .get("/councils/twice-adopted/protocol")
                            .then()
                            .statusCode(200)
                            .body("version", equalTo(version)));
        } finally {
            ServiceUnderTest.clock(Instant.now());
        }
    }

    @Test
    void what_says_who_somebody_is_and_what_they_stand_for_is_kept_apart_from_the_facts() {
        imported(CsvFiles.ofTheCityAs("grouped")).statusCode(200);

        String people = "tenant = 'grouped' and type = 'person-recorded'";
        assertThat(ServiceUnderTest.count("event", people))
                .isEqualTo(CsvFiles.of(CITY).text("people").lines().skip(1).count());
        assertThat(
                        ServiceUnderTest.count(
                                "event",
                                people
                                        + " and jsonb_exists_any(facts, array['username', 'name', 'group', 'email', 'allocations'])"))
                .isZero();
        assertThat(ServiceUnderTest.count(
                        "event", people + " and jsonb_path_exists(personal, '$.*.group ? (@ != null)')"))
                .isEqualTo(groups());
    }

    /** How many people of the City's file are in a political group. */
    private static long groups() {
        return CsvFiles.of(CITY)
                .text("people")
                .lines()
                .skip(1)
                .filter(line -> !line.split(",", -1)[3].isEmpty())
                .count();
    }

    /** What is of different documents is sent at once, so only among one document's own is there an order. */
    private static void versionsOfEachGrow(List<Topic.Lying> documents) {
        Map<String, List<Topic.Lying>> ofEach =
                documents.stream().collect(Collectors.groupingBy(document -> String.valueOf(document.key())));
        assertThat(ofEach.values())
                .allSatisfy(all -> assertThat(all.stream().map(ImportTest::version))
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    /** The newest of the council's own documents. */
    private static Topic.Lying profile(List<Topic.Lying> documents) {
        return documents.stream()
                .filter(document -> "uk.concordat.council.council.v1"
                        .equals(document.headers().get("ce_type")))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    static Topic.Lying ofUsername(List<Topic.Lying> documents, String username) {
        return named(documents, "username", username);
    }

    private static Topic.Lying named(List<Topic.Lying> documents, String field, String value) {
        return documents.stream()
                .filter(document -> value.equals(JsonPath.from(document.value()).getString(field)))
                .findFirst()
                .orElseThrow();
    }

    private static long version(Topic.Lying document) {
        return Long.parseLong(document.headers().getOrDefault("ce_sequence", "0"));
    }
}
