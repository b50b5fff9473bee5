package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A request that was sent again under its Idempotency-Key is answered again, and done once. */
@QuarkusTest
class IdempotencyTest extends OverHttp {

    @Test
    void the_same_creation_again_gets_the_same_answer_and_creates_nothing() {
        String key = key();
        Response first = create("member-services", key, logged());
        first.then().statusCode(201);
        Stored before = Stored.now();

        Response again = create("member-services", key, logged());

        again.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .header("Cache-Control", "no-store")
                .body(equalTo(first.asString()));
        before.assertUnchanged();
    }

    @Test
    void a_creation_is_answered_with_the_enquiry_as_it_was_then_whatever_happened_since() {
        String key = key();
        Response first = create("member-services", key, logged());
        Response acknowledged = act("officer-1", first, "acknowledgement", letter("Seen."));
        act("officer-1", acknowledged, "response", letter("Done."));

        create("member-services", key, logged())
                .then()
                .statusCode(201)
                .header("ETag", first.header("ETag"))
                .body(equalTo(first.asString()));
    }

    @Test
    void the_same_act_again_gets_the_same_answer_although_its_if_match_is_stale_by_then() {
        String key = key();
        Response received = received();
        Response first = acknowledge("officer-1", key, received, "Seen.");
        first.then().statusCode(200);
        act("officer-1", first, "response", letter("Done."));
        Stored before = Stored.now();

        acknowledge("officer-1", key, received, "Seen.")
                .then()
                .statusCode(200)
                .header("ETag", first.header("ETag"))
                .body(equalTo(first.asString()));
        before.assertUnchanged();
    }

    /** The first try gets no answer; while the second is being read, the first is committed. */
    @Test
    void what_is_stored_while_the_same_act_is_sent_again_is_answered_as_stored() throws Exception {
        String key = key();
        Response received = received();
        Response first = acknowledge("officer-1", key, received, "Seen.");
        first.then().statusCode(200);
        String event = "from event where stream_id = '%s' and version = 2".formatted(id(received));
        String answer = "from idempotency where key = '%s'".formatted(key);

        try (Connection firstTry = ServiceUnderTest.database();
                Statement sql = firstTry.createStatement();
                ExecutorService client = Executors.newSingleThreadExecutor()) {
            sql.execute("create temporary table stored_event as select * " + event);
            sql.execute("create temporary table stored_answer as select * " + answer);
            sql.execute("delete " + event);
            sql.execute("delete " + answer);
            firstTry.setAutoCommit(false);
            sql.execute("lock table event in access exclusive mode");
            Future<Response> second = client.submit(() -> acknowledge("officer-1", key, received, "Seen."));
            Awaitility.await()
                    .until(() -> ServiceUnderTest.count(
                                    "pg_stat_activity",
                                    "wait_event_type = 'Lock' and datname = current_database() and query like '%from event%'")
                            > 0);
            sql.execute("insert into event select * from stored_event");
            sql.execute("insert into idempotency select * from stored_answer");
            firstTry.commit();

            second.get()
                    .then()
                    .statusCode(200)
                    .header("ETag", first.header("ETag"))
                    .body(equalTo(first.asString()));
        }
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = key();
        Response received = create("member-services", key, logged());
        acknowledge("officer-1", key, received, "Seen.");
        Stored before = Stored.now();

        Problems.assertProblem(
                create("member-services", key, Json.withText(logged(), "subject", "Another")),
                422,
                "idempotency-key-reused");
        Problems.assertProblem(create("member-services", key, "broken"), 422, "idempotency-key-reused");
        Problems.assertProblem(acknowledge("officer-1", key, received, "Another."), 422, "idempotency-key-reused");
        before.assertUnchanged();
    }

    @Test
    void the_same_key_by_another_person_or_at_another_path_is_another_request() {
        String key = key();
        Response first = create("member-red-1", key, own());

        create("member-red-2", key, own()).then().statusCode(201).body("id", not(equalTo(id(first))));
        Response acknowledged = acknowledge("officer-1", key, first, "Seen.");
        acknowledged.then().statusCode(200);
        as("officer-1")
                .header("Idempotency-Key", key)
                .header("If-Match", acknowledged.header("ETag"))
                .body(letter("Seen."))
                .post("/enquiries/{id}/response", id(first))
                .then()
                .statusCode(200)
                .body("status", equalTo("answered"));
        assertThat(ServiceUnderTest.count("idempotency", "key = '" + key + "'")).isEqualTo(4);
    }

    @Test
    void a_key_of_the_same_name_in_another_council_is_another_request() {
        String key = key();
        Response first = create("member-red-1", key, own());

        as("harlow", "member-red-1")
                .header("Idempotency-Key", key)
                .body(own())
                .post("/enquiries")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id(first))));
    }

    @Test
    void a_stranger_learns_nothing_from_anothers_key() {
        String key = key();
        Response received = received();
        acknowledge("officer-1", key, received, "Seen.").then().statusCode(200);

        Problems.assertProblem(acknowledge("officer-2", key, received, "Seen."), 404, "not-found");
        Problems.assertProblem(acknowledge("officer-2", key, received, "Another."), 404, "not-found");
    }

    @Test
    void a_refusal_is_not_remembered() {
        String key = key();
        Problems.assertProblem(
                create("member-red-1", key, Json.withText(own(), "addressee", "nobody")), 422, "unknown-officer");
        assertThat(ServiceUnderTest.count("idempotency", "key = '" + key + "'")).isZero();

        create("member-red-1", key, own()).then().statusCode(201);
    }

    @Test
    void without_a_key_the_same_creation_again_is_another_enquiry() {
        assertThat(id(received())).isNotEqualTo(id(received()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void a_key_is_1_to_200_characters(int length) {
        String key = UUID.randomUUID().toString().repeat(6).substring(0, length);

        create("finance-officer", key, logged()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "café", "\"tab\tbed\""})
    void what_is_no_key_is_refused(String key) {
        Stored before = Stored.now();

        Problems.assertProblem(create("member-red-1", key, own()), 400, "bad-idempotency-key");
        before.assertUnchanged();
    }

    @Test
    void a_key_of_201_characters_is_refused() {
        Problems.assertProblem(create("member-red-1", "k".repeat(201), own()), 400, "bad-idempotency-key");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Response create(String who, String key, String body) {
        return as(who).header("Idempotency-Key", key).body(body).post("/enquiries");
    }

    private static Response acknowledge(String who, String key, Response seen, String text) {
        return as(who).header("Idempotency-Key", key)
                .header("If-Match", seen.header("ETag"))
                .body(letter(text))
                .post("/enquiries/{id}/acknowledgement", id(seen));
    }
}
