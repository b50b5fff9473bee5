package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kit.testing.Topic;

/** What an operator sees of the service: its health, its measures, and whence a message came. */
@QuarkusTest
class ObservedTest extends OverHttp {

    /** To load and to write, and the commit; the design allows four and the commit. */
    private static final Measured ONE_COMMIT = new Measured(1, 3);

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void it_is_alive_and_ready_once_its_replica_has_been_complete() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("replica of council data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters", "gaps", "acts"})
    void what_waits_and_what_was_done_is_shown_to_operators(String path) {
        asOperator()
                .get("/operations/{council}/{path}", COUNCIL, path)
                .then()
                .statusCode(200)
                .body("items", notNullValue());
        as("officer-1")
                .get("/operations/{council}/{path}", COUNCIL, path)
                .then()
                .statusCode(403);
    }

    @Test
    void an_act_is_one_commit_after_two_round_trips() {
        Response received = received();
        Measured before = Measured.now();
        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        acknowledged.then().statusCode(200);
        assertThat(Measured.since(before)).isEqualTo(ONE_COMMIT);

        before = Measured.now();
        act("officer-1", acknowledged, "response", letter("Done.")).then().statusCode(200);
        assertThat(Measured.since(before)).isEqualTo(ONE_COMMIT);

        Response another = received();
        before = Measured.now();
        act("member-services", another, "withdrawal", "{}").then().statusCode(200);
        assertThat(Measured.since(before)).isEqualTo(ONE_COMMIT);
    }

    /** The block of reference numbers, reserved now and then in a commit of its own, has no message and is not counted. */
    @Test
    void so_is_a_receipt_also_one_that_can_be_repeated() {
        Measured before = Measured.now();

        as("member-services")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(logged())
                .post("/enquiries")
                .then()
                .statusCode(201);

        assertThat(Measured.since(before)).isEqualTo(ONE_COMMIT);
    }

    @Test
    void a_message_carries_the_trace_of_the_request_it_came_from() {
        Response created = as("member-services")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                .body(logged())
                .post("/enquiries");

        Topic.Lying record = Published.await(id(created), "uk.concordat.enquiry.received.v1", 1);

        assertThat(record.headers().get("traceparent")).matches("00-%s-[0-9a-f]{16}-0[01]".formatted(TRACE));
        assertThat(record.headers().get("ce_traceparent"))
                .isEqualTo(record.headers().get("traceparent"));
    }

    /** Transactions that had something to tell, which are those of commands, and their round trips with the commit. */
    private record Measured(double transactions, double roundTrips) {

        static Measured now() {
            String metrics = given().get("/q/metrics").asString();
            return new Measured(value(metrics, "count"), value(metrics, "sum"));
        }

        static Measured since(Measured before) {
            Measured now = now();
            return new Measured(now.transactions - before.transactions, now.roundTrips - before.roundTrips);
        }

        private static double value(String metrics, String of) {
            return metrics.lines()
                    .filter(line -> line.startsWith("concordat_transaction_round_trips_" + of + "{messages=\"true\"}"))
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                    .sum();
        }
    }
}
