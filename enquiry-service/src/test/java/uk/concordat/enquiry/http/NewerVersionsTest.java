package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** Two versions of a service run at once: what the newer one writes waits for it, and is neither skipped nor lost. */
@QuarkusTest
class NewerVersionsTest extends OverHttp {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void a_case_that_a_newer_version_has_written_is_not_read_in_part() throws SQLException {
        Response received = received();
        rename(received, "enquiry-received", "enquiry-of-tomorrow");

        Problems.assertProblem(as("officer-1").get("/enquiries/{id}", id(received)), 503, "written-by-a-newer-version");
        rename(received, "enquiry-of-tomorrow", "enquiry-received");
        as("officer-1").get("/enquiries/{id}", id(received)).then().statusCode(200);

        execute("update event set facts = facts || '{\"colour\":\"red\"}' where stream_id = '%s'"
                .formatted(id(received)));
        Problems.assertProblem(as("officer-1").get("/enquiries/{id}", id(received)), 503, "written-by-a-newer-version");
    }

    @Test
    void a_council_of_which_a_newer_version_has_written_a_code_is_answered_for_when_that_is_known()
            throws SQLException {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201);
        String deadline = asked.path("deadlines[0].id");
        execute(idlesKind(council, "honorary"));

        Problems.assertProblem(as(council.key(), "member-red-1").get("/me"), 503, "written-by-a-newer-version");
        new LapseReport(council.key(), id(asked), deadline, 1, 0).send();
        String parked = "subject = '%s'".formatted(deadline);
        Awaitility.await().atMost(SOON).until(() -> ServiceUnderTest.count("parked", parked) == 1);
        assertThat(ServiceUnderTest.count("parked", parked + " and kind = 'early'"))
                .isOne();
        execute(idlesKind(council, "officer"));

        as(council.key(), "member-red-1").get("/me").then().statusCode(200);
        Awaitility.await().atMost(SOON).until(() -> ServiceUnderTest.count("parked", parked) == 0);
    }

    @Test
    void a_council_that_cannot_be_read_keeps_no_other_from_having_its_dates_counted_again() throws SQLException {
        OwnCouncil unread = OwnCouncil.underHarlowsPack();
        OwnCouncil after = OwnCouncil.underTheCitysPack();
        assertThat(unread.key()).isLessThan(after.key());
        Response asked = as(after.key(), "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201).body("deadlines[0].dueOn", equalTo("2026-12-30"));
        execute(idlesKind(unread, "honorary"));

        after.closedOn("2026-12-30");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> "2026-12-31"
                        .equals(read(after.key(), "officer-1", asked).path("deadlines[0].dueOn")));
        Problems.assertProblem(as(unread.key(), "member-red-1").get("/me"), 503, "written-by-a-newer-version");
        execute(idlesKind(unread, "officer"));
    }

    @Test
    void a_lapse_of_such_a_case_waits_and_goes_on_by_itself() throws SQLException {
        Response received = received();
        rename(received, "enquiry-received", "enquiry-of-tomorrow");
        String deadline = received.path("deadlines[0].id");

        lapse(id(received), deadline);
        String parked = "subject = '%s' and kind = 'early'".formatted(deadline);
        Awaitility.await().atMost(SOON).until(() -> ServiceUnderTest.count("parked", parked) == 1);
        rename(received, "enquiry-of-tomorrow", "enquiry-received");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> as("officer-1")
                        .get("/enquiries/{id}", id(received))
                        .path("deadlines[0].status")
                        .equals("missed"));
        Awaitility.await().atMost(SOON).until(() -> ServiceUnderTest.count("parked", parked) == 0);
    }

    @Test
    void what_a_newer_council_service_adds_to_a_document_is_passed_over() {
        UUID lone = Cast.of("harlow").person("member-lone");
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.send(new Topic.Message(
                    Topics.COUNCILS,
                    "/councils/harlow",
                    DocumentKind.PERSON.eventType(),
                    "person/" + lone,
                    2,
                    """
                    {"id":"%s","username":"member-lone","name":"Ivy Netteswell-Tye","kind":"member","from":"2000-01-01",
                     "pronouns":"she/her"}""".formatted(lone)));
        }

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> as("harlow", "member-lone")
                        .get("/me")
                        .then()
                        .statusCode(200)
                        .body("name", equalTo("Ivy Netteswell-Tye")));
    }

    @Test
    void a_document_of_a_kind_or_with_a_code_of_tomorrow_waits_and_the_one_before_it_stays() {
        UUID lone = Cast.of("harlow").person("member-lone");
        String before = as("harlow", "member-lone").get("/me").path("name");
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.send(document("uk.concordat.council.twinning.v1", "twinning/1", 1, "{}"));
            topic.send(document(
                    DocumentKind.PERSON.eventType(),
                    "person/" + lone,
                    900,
                    "{\"id\":\"%s\",\"username\":\"member-lone\",\"name\":\"X\",\"kind\":\"honorary\",\"from\":\"2000-01-01\"}"
                            .formatted(lone)));
            topic.send(document(DocumentKind.PERSON.eventType(), "person/" + lone, 901, "{\"name\":\"X\"}"));
        }

        awaitParked("early", "waits for a newer build, which knows the type uk.concordat.council.twinning.v1");
        awaitParked("early", "waits for a newer build, which knows the code at /kind");
        awaitParked("broken", "the data is not a PersonDocument");
        as("harlow", "member-lone").get("/me").then().statusCode(200).body("name", equalTo(before));
    }

    @Test
    void a_lapse_of_a_version_that_is_not_known_waits_and_is_not_skipped() {
        Response received = received();
        String deadline = received.path("deadlines[0].id");
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.send(new Topic.Message(
                    "concordat.city-of-london.notifications",
                    "/councils/city-of-london/notifications",
                    "uk.concordat.deadline.lapsed.v2",
                    deadline,
                    1,
                    "{}"));
        }

        awaitParked("early", "waits for a newer build, which knows the type uk.concordat.deadline.lapsed.v2");
    }

    private static Topic.Message document(String type, String subject, long version, String data) {
        return new Topic.Message(Topics.COUNCILS, "/councils/harlow", type, subject, version, data);
    }

    private static void awaitParked(String kind, String cause) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        ServiceUnderTest.count("parked", "kind = '%s' and cause like '%s%%'".formatted(kind, cause))
                                == 1);
    }

    private static void lapse(String enquiry, String deadline) {
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.send(new Topic.Message(
                    "concordat.city-of-london.notifications",
                    "/councils/city-of-london/notifications",
                    "uk.concordat.deadline.lapsed.v1",
                    deadline,
                    1,
                    """
                    {"deadlineId":"%s","revision":1,"rung":0,"due":"2026-12-31T00:00:00Z",
                     "case":{"source":"/councils/city-of-london/enquiries","subject":"%s"}}""".formatted(deadline, enquiry)));
        }
    }

    private static String idlesKind(OwnCouncil council, String kind) {
        return ("update council_document set document = jsonb_set(document, '{kind}', '\"%s\"')"
                        + " where tenant = '%s' and document ->> 'username' = 'officer-idle'")
                .formatted(kind, council.key());
    }

    private static void rename(Response enquiry, String from, String to) throws SQLException {
        execute("update event set type = '%s' where type = '%s' and stream_id = '%s'".formatted(to, from, id(enquiry)));
    }

    /** Writes as a service of a newer version would. */
    private static void execute(String sql) throws SQLException {
        try (var connection = ServiceUnderTest.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
