package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.local.LocalStack;

/** A service starts again after {@code kill -9}, with less than it left: it is ready once it knows the councils, and not before. */
class StartedAgainTest {

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static final Ledger LEDGER = new Ledger();

    @BeforeAll
    static void a_fresh_stack_on_christmas_eve() {
        stack = Stacks.started(directory);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** Killed after its last document was acknowledged to the broker, and before it had noted that it is complete. */
    @Test
    void of_a_service_that_has_just_read_all_council_data_it_becomes_ready_all_the_same() {
        stack.awaitRest(Duration.ofSeconds(60));
        stack.kill("enquiry-service");
        new Stored(stack).execute("enquiry", "delete from replica_caught_up");

        stack.restart("enquiry-service");

        assertThat(new Portal(stack, "harlow")
                        .get("officer-1", "enquiry-service", "/me")
                        .status())
                .isEqualTo(200);
    }

    /** Its database was made anew, while Kafka still holds how far the old one had read. */
    @Test
    void of_a_service_whose_replica_is_lost_it_reads_all_council_data_before_it_is_ready() {
        stack.awaitRest(Duration.ofSeconds(60));
        stack.kill("enquiry-service");
        Stored stored = new Stored(stack);
        List.of("replica_caught_up", "council_document", "directory_version")
                .forEach(table -> stored.execute("enquiry", "delete from " + table));

        stack.restart("enquiry-service");

        assertThat(new Portal(stack, "harlow")
                        .get("officer-1", "enquiry-service", "/me")
                        .status())
                .isEqualTo(200);
    }

    /** Ready means that council data has once been complete, whether or not Kafka is there now. */
    @Test
    void of_a_service_that_starts_again_while_the_broker_is_away_it_is_ready_and_takes_enquiries() {
        Enquirers enquirers = new Enquirers(new Portal(stack, "city-of-london"), LEDGER);
        stack.awaitRest(Duration.ofSeconds(60));
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
        stack.awaitRest(Duration.ofSeconds(60));
        new Invariants(stack, LEDGER).hold();
    }
}
