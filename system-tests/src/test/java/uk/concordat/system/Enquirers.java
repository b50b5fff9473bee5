package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Several people at work at once while something is broken under them. */
final class Enquirers {

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 120;

    private final Portal portal;
    private final Ledger ledger;

    Enquirers(Portal portal, Ledger ledger) {
        this.portal = portal;
        this.ledger = ledger;
    }

    /** Logs so many enquiries, and breaks something when a third of them have been answered. */
    List<Portal.Answer> receive(int count, String receivedAt, Runnable breaking) {
        return whileBreaking(
                breaking,
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> (Act) () -> ledger.note(
                                portal.post(
                                        "member-services",
                                        "/enquiries",
                                        Portal.telephoned("Enquiry " + number, "When?", receivedAt)),
                                "enquiry-received"))
                        .toList());
    }

    /** Does something to each enquiry, and breaks something when a third have been answered. */
    List<Portal.Answer> each(List<Portal.Answer> enquiries, String act, String eventType, Runnable breaking) {
        return whileBreaking(
                breaking,
                enquiries.stream()
                        .map(seen -> (Act) () -> ledger.note(
                                portal.change("officer-1", seen, act, Portal.letter("Thank you.")), eventType))
                        .toList());
    }

    /** Each enquiry as it is now. */
    List<Portal.Answer> again(List<Portal.Answer> enquiries) {
        UnaryOperator<Portal.Answer> read =
                seen -> portal.get("officer-1", "enquiry-service", "/enquiries/" + seen.text("/id"));
        return enquiries.stream().map(read).toList();
    }

    private interface Act {
        Portal.Answer run();
    }

    private List<Portal.Answer> whileBreaking(Runnable breaking, List<Act> acts) {
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Portal.Answer>> answers = new ArrayList<>();
            acts.forEach(act -> answers.add(CompletableFuture.supplyAsync(act::run, people)));
            Awaitility.await("a third of the answers")
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() ->
                            answers.stream().filter(CompletableFuture::isDone).count() * 3 >= acts.size());
            assertThat(answers).as("what is still unanswered").anyMatch(answer -> !answer.isDone());
            breaking.run();
            return answers.stream()
                    .map(answer ->
                            answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join())
                    .toList();
        }
    }
}
