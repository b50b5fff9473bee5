package uk.concordat.enquiry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Topic;

/** What an operator sees of the service: its health, its measures, and whence a message came. */
@QuarkusTest
class ObservedTest extends OverHttp {

    /** Two exchanges and a commit are what a command needs; four and a commit are what it may take. */
    private static final double MOST_ROUND_TRIPS = 5;

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

    @Test
    void a_command_takes_at_most_four_round_trips_and_one_commit() {
        Response received = received();
        Measured before = Measured.now();

        Response acknowledged = act("officer-1", received, "acknowledgement", letter("Seen."));
        acknowledged.then().statusCode(200);
        Measured afterAcknowledgement = Measured.now();
        act("officer-1", acknowledged, "response", letter("Done.")).then().statusCode(200);
        Measured afterAnswer = Measured.now();

        assertThat(afterAcknowledgement.transactions() - before.transactions()).isEqualTo(1);
        assertThat(afterAcknowledgement.roundTrips() - before.roundTrips()).isBetween(2.0, MOST_ROUND_TRIPS);
        assertThat(afterAnswer.transactions() - afterAcknowledgement.transactions())
                .isEqualTo(1);
        assertThat(afterAnswer.roundTrips() - afterAcknowledgement.roundTrips()).isBetween(2.0, MOST_ROUND_TRIPS);
    }

    @Test
    void a_receipt_takes_no_more_also_when_it_can_be_repeated() {
        // A block of reference numbers is reserved now and then, in a transaction of its own: of two receipts one has
        // none.
        double fewest = Double.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            Measured before = Measured.now();
            as("member-services")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(logged())
                    .post("/enquiries")
                    .then()
                    .statusCode(201);
            fewest = Math.min(fewest, Measured.now().roundTrips() - before.roundTrips());
        }

        assertThat(fewest).isBetween(2.0, MOST_ROUND_TRIPS);
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

    /** The measure of round trips, the commit of each transaction included. */
    private record Measured(double transactions, double roundTrips) {

        static Measured now() {
            String metrics = given().get("/q/metrics").asString();
            return new Measured(
                    value(metrics, "concordat_transaction_round_trips_count"),
                    value(metrics, "concordat_transaction_round_trips_sum"));
        }

        private static double value(String metrics, String name) {
            return metrics.lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                    .sum();
        }
    }
}
