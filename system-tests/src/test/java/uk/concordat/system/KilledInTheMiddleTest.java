package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.local.LocalStack;
import uk.concordat.local.StackFailure;

/**
 * {@code kill -9} in the middle of the story, and a start on the data that is left: while enquiries come in, while they
 * are acknowledged, and while the clock finds those that were not. Nothing is lost and nothing happens twice.
 */
class KilledInTheMiddleTest {

    private static final int ENQUIRIES = 12;

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

    @Test
    void of_the_enquiry_service() {
        theStoryIsWholeThough("enquiry-service");
    }

    @Test
    void of_the_notification_service() {
        theStoryIsWholeThough("notification-service");
    }

    @Test
    void of_the_council_service() {
        theStoryIsWholeThough("council-service");
    }

    @Test
    void of_postgresql() {
        theStoryIsWholeThough("postgres");
    }

    @Test
    void of_the_broker() {
        theStoryIsWholeThough("kafka");
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

    private static void theStoryIsWholeThough(String component) {
        Enquirers enquirers = new Enquirers(new Portal(stack, "city-of-london"), LEDGER);
        Runnable kill = () -> {
            stack.kill(component);
            stack.restart(component);
        };

        List<Portal.Answer> received =
                enquirers.receive(ENQUIRIES, stack.clock().now().toString(), kill);
        List<Portal.Answer> acknowledged =
                enquirers.each(received.subList(0, ENQUIRIES / 2), "acknowledgement", "enquiry-acknowledged", kill);
        stack.awaitRest(Duration.ofSeconds(60));
        aWeekPassesAnd(kill);

        List<Portal.Answer> unacknowledged = enquirers.again(received.subList(ENQUIRIES / 2, ENQUIRIES));
        assertThat(unacknowledged)
                .allSatisfy(enquiry -> assertThat(status(enquiry, 0)).isEqualTo("missed"));
        List<Portal.Answer> answered = enquirers.each(unacknowledged, "response", "enquiry-answered", () -> {});
        assertThat(answered).allSatisfy(enquiry -> {
            assertThat(status(enquiry, 0)).isEqualTo("met-late");
            assertThat(status(enquiry, 1)).isEqualTo("met");
        });
        assertThat(enquirers.again(acknowledged))
                .allSatisfy(enquiry -> assertThat(status(enquiry, 0)).isEqualTo("met"));
        new Invariants(stack, LEDGER).hold();
    }

    /** A week passes while something is killed under the clock; whoever moves it moves it on until all have come to rest. */
    private static void aWeekPassesAnd(Runnable kill) {
        Instant aWeekOn = stack.clock().now().plus(Duration.ofDays(7));
        var walk = CompletableFuture.supplyAsync(() -> stack.clock().moveTo(aWeekOn));
        kill.run();
        try {
            walk.orTimeout(120, TimeUnit.SECONDS).join();
        } catch (CompletionException interrupted) {
            // The database was killed under the walk, and the walk says so.
            assertThat(interrupted).hasCauseInstanceOf(StackFailure.class);
        }
        if (stack.clock().now().isBefore(aWeekOn)) {
            stack.clock().moveTo(aWeekOn);
        }
        stack.awaitRest(Duration.ofSeconds(60));
    }

    private static String status(Portal.Answer enquiry, int deadline) {
        JsonNode deadlines = enquiry.body().required("deadlines");
        return deadlines.get(deadline).required("status").asText();
    }
}
