package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** Of those who change a case at once one wins, and the others are told. */
@QuarkusTest
class AtOnceTest extends OverHttp {

    @RepeatedTest(20)
    void of_two_acknowledgements_one_is_taken_and_the_other_told() {
        Response received = received();

        List<Response> answers =
                atOnce(2, n -> act(n == 0 ? "officer-1" : "manager-1", received, "acknowledgement", letter("Seen.")));

        assertOneWon(answers);
        assertThat(versions(received)).containsExactly(1L, 2L);
    }

    @Test
    void of_64_commands_at_one_case_one_wins_and_no_version_is_left_out_or_given_twice() {
        Response received = received();

        List<Response> answers = atOnce(64, n -> switch (n % 3) {
            case 0 -> act("officer-1", received, "acknowledgement", letter("Seen " + n));
            case 1 -> act("manager-1", received, "response", letter("Done " + n));
            default -> act("member-red-1", received, "withdrawal", "{}");
        });

        assertOneWon(answers);
        assertThat(versions(received)).containsExactly(1L, 2L);
    }

    @Test
    void of_64_commands_that_accept_any_version_each_is_decided_on_what_the_one_before_left() {
        Response received = received();

        List<Response> answers = atOnce(
                64,
                n -> as("officer-1")
                        .header("If-Match", "*")
                        .body(letter("Number " + n))
                        .post("/enquiries/{id}/{act}", id(received), n % 2 == 0 ? "acknowledgement" : "response"));

        List<Response> taken =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> Problems.assertProblem(answer, 409));
        // An answer ends the case; an acknowledgement may have come before it, never after.
        assertThat(taken).hasSizeBetween(1, 2);
        assertThat(versions(received)).hasSize(1 + taken.size()).doesNotHaveDuplicates();
        as("officer-1").get("/enquiries/{id}", id(received)).then().body("status", equalTo("answered"));
    }

    @Test
    void the_same_creation_sixteen_times_at_once_is_one_enquiry_with_one_answer() {
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(
                16,
                _ -> as("member-services")
                        .header("Idempotency-Key", key)
                        .body(logged())
                        .post("/enquiries"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        String id = id(answers.getFirst());
        assertThat(ServiceUnderTest.count("idempotency", "key = '" + key + "'")).isEqualTo(1);
        assertThat(ServiceUnderTest.count("visible_enquiry", "id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(versions(answers.getFirst())).containsExactly(1L);
    }

    @Test
    void the_same_act_sixteen_times_at_once_is_done_once_and_answered_alike() {
        Response received = received();
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(
                16,
                _ -> as("officer-1")
                        .header("Idempotency-Key", key)
                        .header("If-Match", received.header("ETag"))
                        .body(letter("Seen."))
                        .post("/enquiries/{id}/acknowledgement", id(received)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(versions(received)).containsExactly(1L, 2L);
    }

    @Test
    void forty_creations_at_once_are_forty_enquiries_each_with_its_own_reference() {
        List<Response> answers =
                atOnce(40, _ -> as("member-services").body(logged()).post("/enquiries"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> text(answer, "reference"))).doesNotHaveDuplicates();
    }

    private static void assertOneWon(List<Response> answers) {
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .as(answers.stream().map(Response::statusLine).toList().toString())
                .hasSize(1);
        answers.stream().filter(answer -> answer.statusCode() != 200).forEach(answer -> {
            assertThat(answer.statusCode()).isIn(409, 412);
            Problems.assertProblem(answer, answer.statusCode());
        });
    }

    private static List<Long> versions(Response enquiry) {
        String id = id(enquiry);
        long events = ServiceUnderTest.count("event", "stream_id = '" + id + "'");
        return IntStream.rangeClosed(1, (int) events)
                .mapToObj(version -> (long) version)
                .filter(version ->
                        ServiceUnderTest.count("event", "stream_id = '%s' and version = %d".formatted(id, version))
                                == 1)
                .toList();
    }

    private static List<Response> atOnce(int many, IntFunction<Response> request) {
        CyclicBarrier together = new CyclicBarrier(many);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Callable<Response>> requests = IntStream.range(0, many)
                    .<Callable<Response>>mapToObj(n -> () -> {
                        together.await();
                        return unlessBusy(() -> request.apply(n));
                    })
                    .toList();
            return threads.invokeAll(requests).stream().map(AtOnceTest::answer).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** So many at once may find no connection to the database in time; a 503 asks to be tried again. */
    private static Response unlessBusy(Supplier<Response> request) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(request::get, answer -> answer.statusCode() != 503);
    }

    private static Response answer(Future<Response> request) {
        try {
            return request.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
