package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import uk.concordat.local.LocalStack;

/** A service starts again after {@code kill -9}, with less than it left: it is ready once it knows the councils, and not before. */
final class StartedAgain {

    private static final Duration REST = Duration.ofSeconds(60);

    private final LocalStack stack;

    StartedAgain(LocalStack stack) {
        this.stack = stack;
    }

    /** Killed after its last document was acknowledged to the broker, and before it had noted that it is complete. */
    void asOneThatHasJustReadAllCouncilData() {
        without("replica_caught_up");
    }

    /** Its database was made anew, while Kafka still holds how far the old one had read. */
    void withItsReplicaLost() {
        without("replica_caught_up", "council_document", "directory_version");
    }

    /** Ready means that council data has once been complete, whether or not Kafka is there now. */
    void whileTheBrokerIsAway(Enquirers enquirers) {
        stack.awaitRest(REST);
        stack.stop("kafka");
        try {
            stack.kill("enquiry-service");
            stack.restart("enquiry-service");
            String now = stack.clock().now().toString();

            assertThat(enquirers.receive(2, now, () -> {}))
                    .allSatisfy(received -> assertThat(received.status()).isEqualTo(201));
        } finally {
            stack.restart("kafka");
        }
        stack.awaitRest(REST);
    }

    private void without(String... tables) {
        stack.awaitRest(REST);
        stack.kill("enquiry-service");
        Stored stored = new Stored(stack);
        List.of(tables).forEach(table -> stored.execute("enquiry", "delete from " + table));

        stack.restart("enquiry-service");

        assertThat(new Portal(stack, "harlow")
                        .get("officer-1", "enquiry-service", "/me")
                        .status())
                .isEqualTo(200);
    }
}
