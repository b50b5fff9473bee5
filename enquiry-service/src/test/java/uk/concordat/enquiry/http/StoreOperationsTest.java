package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** What an operator does with the events and views of a council: verify, make anew, send again. */
@QuarkusTest
class StoreOperationsTest extends OverHttp {

    private static final String HARLOW = "harlow";
    private static final String VIEWS = "/operations/harlow/views";
    private static final String REBUILD = VIEWS + "/visible_enquiry/rebuild";
    private static final String VERIFICATION = "/operations/harlow/verification";
    private static final String REPUBLICATION = "/operations/harlow/republication";
    private static final String OF_VIEW = "stores[0].views.find { it.view == 'visible_enquiry' }.";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_damaged_view_is_found_and_made_anew_while_enquiries_come_in() throws SQLException {
        Response altered = asked();
        Response lost = asked();
        verified().body("sound", equalTo(true));
        execute("update visible_enquiry set subject = 'Another', status = 'closed' where id = '%s'"
                .formatted(id(altered)));
        execute("delete from visible_enquiry where id = '%s'".formatted(id(lost)));

        verified()
                .body("sound", equalTo(false))
                .body(OF_VIEW + "differing", equalTo(2))
                .body(OF_VIEW + "streams", hasItems(id(altered), id(lost)));
        asOperator().post(REBUILD).then().statusCode(202);
        List<String> meanwhile = List.of(id(asked()), id(asked()), id(asked()));

        awaitFinished(VIEWS, "items.find { it.view == 'visible_enquiry' }.rebuild");
        verified().body("sound", equalTo(true)).body(OF_VIEW + "differing", equalTo(0));
        as(HARLOW, "member-red-1")
                .get("/enquiries?status=received&limit=200")
                .then()
                .body("items.id", hasItems(id(altered), id(lost)))
                .body("items.id", hasItems(meanwhile.toArray()))
                .body("items.subject", not(hasItem("Another")));
        asOperator()
                .get("/operations/harlow/acts")
                .then()
                .body("items.findAll { it.act == 'view-rebuild-begun' }.about", hasItem("visible_enquiry"))
                .body("items.act", hasItem("verified"));
    }

    @Test
    void a_view_that_is_being_made_anew_is_not_begun_again() throws SQLException {
        asked();
        try (Connection append = ServiceUnderTest.database();
                Statement statement = append.createStatement()) {
            // As an append to the first enquiry does until it commits, so that the rebuild waits there.
            statement.execute("""
                    select pg_advisory_lock_shared(hashtextextended('harlow/enquiry/' || min(stream_id::text), 0))
                    from event where tenant = 'harlow'""");
            asOperator().post(REBUILD).then().statusCode(202);

            Problems.assertProblem(asOperator().post(REBUILD), 409, "rebuild-under-way");
            asOperator()
                    .get(VIEWS)
                    .then()
                    .body("items.find { it.view == 'visible_enquiry' }.rebuild.underWay", equalTo(true));
        }

        awaitFinished(VIEWS, "items.find { it.view == 'visible_enquiry' }.rebuild");
    }

    @Test
    void what_was_sent_of_an_enquiry_is_sent_again_just_as_it_was() {
        Response asked = asked();
        String reference = text(asked, "reference");
        act(HARLOW, "member-red-1", asked, "withdrawal", "{\"reason\":\"Solved.\"}")
                .then()
                .statusCode(200);
        Published.await(HARLOW, id(asked), "withdrawn");
        List<Topic.Lying> sent = Published.of(HARLOW, id(asked));

        asOperator()
                .body("{\"stream\":\"%s\",\"reason\":\"The topic was emptied.\"}".formatted(id(asked)))
                .post(REPUBLICATION)
                .then()
                .statusCode(200)
                .body("messages", equalTo(2));

        List<Topic.Lying> all = awaitRecords(id(asked), 4);
        assertThat(all.subList(2, 4)).extracting(Topic.Lying::headers).isEqualTo(headers(sent));
        assertThat(all.subList(2, 4))
                .extracting(Topic.Lying::value)
                .isEqualTo(sent.stream().map(Topic.Lying::value).toList());
        assertThat(all).allSatisfy(record -> assertThat(record.value()).contains(reference));
    }

    @Test
    void all_that_was_sent_of_a_council_is_sent_again_and_the_reason_is_kept() {
        Response asked = asked();
        Published.await(HARLOW, id(asked), "received");
        int before = Published.of(HARLOW, id(asked)).size();

        asOperator()
                .body("{\"reason\":\"The broker's disk was lost.\"}")
                .post(REPUBLICATION)
                .then()
                .statusCode(202);

        awaitFinished(REPUBLICATION, "items[0].progress");
        awaitRecords(id(asked), before + 1);
        asOperator()
                .get("/operations/harlow/acts")
                .then()
                .body("items.findAll { it.act == 'republished' }.reason", hasItem("The broker's disk was lost."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"stream":"0190a0a0-0000-7000-8000-000000000001","reason":"Why not"} | 404 | stream-not-known
            {"stream":"no id","reason":"Why not"} | 404 | stream-not-known
            {} | 400 | field-missing
            {"reason":" "} | 400 | field-blank
            {"reason":"Why not","all":true} | 400 | unknown-field
            """)
    void a_republication_that_is_not_understood_is_refused(String body, int status, String code) {
        Problems.assertProblem(asOperator().body(body).post(REPUBLICATION), status, code);
    }

    @Test
    void an_unknown_view_is_not_made_anew() {
        Problems.assertProblem(asOperator().post(VIEWS + "/event/rebuild"), 404, "view-not-known");
    }

    @Test
    void none_of_it_is_for_a_person_of_the_council_or_for_a_council_that_is_not_known() {
        List.of(REBUILD, VERIFICATION).forEach(path -> {
            Problems.assertProblem(as(HARLOW, "member-services").post(path), 403, "operators-only");
            Problems.assertProblem(asOperator().post(path.replace(HARLOW, "utopia")), 404, "council-not-known");
        });
        Problems.assertProblem(
                as(HARLOW, "member-services").body("{\"reason\":\"Mine\"}").post(REPUBLICATION), 403, "operators-only");
        List.of(VIEWS, REPUBLICATION)
                .forEach(path ->
                        Problems.assertProblem(as(HARLOW, "member-services").get(path), 403, "operators-only"));
    }

    private static Response asked() {
        Response created = as(HARLOW, "member-red-1").body(own()).post("/enquiries");
        created.then().statusCode(201);
        return created;
    }

    private static ValidatableResponse verified() {
        return asOperator().post(VERIFICATION).then().statusCode(200);
    }

    private static void awaitFinished(String path, String progress) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        asOperator().get(path).then().statusCode(200).body(progress + ".underWay", equalTo(false)));
    }

    private static List<Topic.Lying> awaitRecords(String enquiry, int number) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> Published.of(HARLOW, enquiry), records -> records.size() == number);
    }

    private static List<Map<String, String>> headers(List<Topic.Lying> records) {
        return records.stream().map(Topic.Lying::headers).toList();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = ServiceUnderTest.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
