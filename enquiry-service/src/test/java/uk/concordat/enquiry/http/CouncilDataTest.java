package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.council.DocumentKind;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** The councils' topic as this service meets it: many documents at once, and between them what is none. */
@QuarkusTest
class CouncilDataTest extends OverHttp {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DEAD_LETTERS = "concordat.dead-letters.enquiry-service";

    @Test
    void what_is_no_document_of_a_council_keeps_none_of_those_around_it_from_being_taken_in() {
        String name = "batch-" + UUID.randomUUID().toString().substring(0, 8);
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            for (int number = 0; number < 20; number++) {
                person(topic, name + "-" + number);
                switch (number) {
                    case 5 -> topic.send(Topics.COUNCILS, name, Map.of("ce_id", name), "nobody's");
                    case 8 -> topic.send(Topics.COUNCILS, name, Map.of(), null);
                    case 12 ->
                        topic.send(new Topic.Message(
                                Topics.COUNCILS,
                                "/councils/harlow",
                                DocumentKind.PERSON.eventType(),
                                "person/" + name,
                                1,
                                "broken"));
                    default -> {}
                }
            }

            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> ServiceUnderTest.count(
                                    "council_document", "document ->> 'username' like '%s-%%'".formatted(name))
                            == 20);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(DEAD_LETTERS).stream()
                                    .filter(lying -> name.equals(lying.key()))
                                    .count()
                            == 2);
        }
        assertThat(ServiceUnderTest.count("parked", "subject = 'person/%s' and kind = 'broken'".formatted(name)))
                .isOne();
        as("harlow", name + "-19").get("/me").then().statusCode(200);
    }

    @Test
    void a_council_that_cannot_be_registered_keeps_no_other_from_being_taken_in() throws SQLException {
        String name = "refused-" + UUID.randomUUID().toString().substring(0, 8);
        inDatabase("alter table council_register add constraint refused check (council <> '%s')".formatted(name));
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            for (int number = 0; number < 10; number++) {
                person(topic, name, name + "-stranger-" + number);
                person(topic, "harlow", name + "-" + number);
            }

            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> ServiceUnderTest.count(
                                    "council_document", "document ->> 'username' like '%s-%%'".formatted(name))
                            == 10);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(DEAD_LETTERS).stream()
                                    .filter(lying -> lying.value().contains(name + "-stranger-"))
                                    .count()
                            == 10);
        } finally {
            inDatabase("alter table council_register drop constraint refused");
        }
    }

    @Test
    void a_lapse_waits_for_people_in_the_line_who_are_not_known_yet_and_goes_on_by_itself() {
        OwnCouncil council = OwnCouncil.underTheCitysPack();
        Response asked = as(council.key(), "member-red-1").body(own()).post("/enquiries");
        asked.then().statusCode(201);
        council.managedBySomebodyUnknown("manager-new");
        String deadline = Json.of(asked).at("/deadlines/0/id").asText();

        new LapseReport(council.key(), id(asked), deadline, 1, 0).send();

        String parked = "subject = '%s' and kind = 'early'".formatted(deadline);
        Awaitility.await().atMost(SOON).until(() -> ServiceUnderTest.count("parked", parked) == 1);
        Problems.assertProblem(
                act(council.key(), "officer-1", asked, "response", letter("On Friday.")), 503, "not-known-yet");
        for (String reader : List.of("member-red-1", "officer-1")) {
            read(council.key(), reader, asked).then().statusCode(200).body("actions.size()", is(9));
        }
        council.becomesKnown("manager-new");

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(events(council.key(), "member-red-1", asked))
                        .containsExactly("received", "deadline-breached"));
        assertThat(ServiceUnderTest.count("parked", parked)).isZero();
    }

    private static void inDatabase(String statement) throws SQLException {
        try (Connection connection = ServiceUnderTest.database();
                Statement done = connection.createStatement()) {
            done.execute(statement);
        }
    }

    private static void person(Topic topic, String username) {
        person(topic, "harlow", username);
    }

    private static void person(Topic topic, String council, String username) {
        UUID id = UUID.randomUUID();
        topic.send(new Topic.Message(
                Topics.COUNCILS,
                "/councils/" + council,
                DocumentKind.PERSON.eventType(),
                "person/" + id,
                1,
                Topic.json(new PersonDocument(
                        id,
                        username,
                        "Somebody of " + council,
                        PersonKind.OFFICER,
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.parse("2000-01-01"),
                        Optional.empty()))));
    }
}
