package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import uk.concordat.system.Portal;

/** F11: 64 commands at one case at once. Of those that build on one version one wins; those that build on any decide anew. */
final class ManyAtOneCase implements Fault {

    private static final int MANY = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public void strike(Scene scene) {
        long end = System.nanoTime() + scene.howLong().toNanos();
        int cases = 0;
        AtomicInteger busy = new AtomicInteger();
        do {
            oneCase(scene, busy);
            cases++;
        } while (System.nanoTime() < end);
        scene.note(
                "64 at once",
                "%d cases: 1 winner and 63 times 412; then 64 of 64 after deciding anew, %d times after a 503",
                cases,
                busy.get());
    }

    private static void oneCase(Scene scene, AtomicInteger busy) {
        Portal.Answer received = scene.ledger()
                .note(
                        scene.portal().post("member-red-1", "/enquiries", Portal.asked("officer-1", "portal")),
                        "enquiry-received");

        AtomicInteger busyWithOneVersion = new AtomicInteger();
        List<Portal.Answer> ofOneVersion = atOnce(
                scene, busyWithOneVersion, received, "acknowledgement", received.etag(), Map.of("text", "Thank you."));
        List<Portal.Answer> winners =
                ofOneVersion.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).as("F11 winners of one version").hasSize(1);
        assertThat(ofOneVersion.stream().filter(answer -> answer.status() == 412))
                .as("F11 clean 412")
                .hasSize(MANY - 1);
        assertThat(busyWithOneVersion).as("F11 503 to one version").hasValue(0);
        scene.ledger().note(winners.getFirst(), "enquiry-acknowledged");

        List<Portal.Answer> ofAnyVersion = atOnce(
                scene,
                busy,
                received,
                "holding-reply",
                Optional.of("*"),
                Map.of("text", "It takes longer.", "reasons", "Snow."));
        assertThat(ofAnyVersion)
                .as("F11 decided anew")
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        ofAnyVersion.forEach(answer -> scene.ledger().note(answer, "holding-reply-sent"));
        assertThat(ofAnyVersion.stream().map(Portal.Answer::etag).distinct())
                .as("F11 each its own version")
                .hasSize(MANY);
        scene.ledger()
                .note(
                        scene.portal().act("officer-1", received, "response", Map.of("text", "On Friday.")),
                        "enquiry-answered");
    }

    /** All at once; what is answered 503 is sent again, and counted. */
    private static List<Portal.Answer> atOnce(
            Scene scene, AtomicInteger busy, Portal.Answer enquiry, String act, Optional<String> seen, Object body) {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Portal.Answer>> sent = IntStream.range(0, MANY)
                    .mapToObj(_ -> scene.portal()
                            .request(
                                    "officer-1",
                                    "enquiry-service",
                                    "/enquiries/" + enquiry.text("/id") + "/" + act,
                                    seen,
                                    body))
                    .map(request -> people.submit(() -> Awaitility.await("an answer to one of " + MANY)
                            .pollDelay(Duration.ZERO)
                            .atMost(PATIENCE)
                            .ignoreExceptionsInstanceOf(IOException.class)
                            .until(() -> scene.portal().once(request), answer -> !isBusy(answer, busy))))
                    .toList();
            List<Portal.Answer> answers = new ArrayList<>();
            for (Future<Portal.Answer> each : sent) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError("F11 no answer", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isBusy(Portal.Answer answer, AtomicInteger busy) {
        boolean is = answer.status() == 503;
        if (is) {
            busy.incrementAndGet();
        }
        return is;
    }
}
