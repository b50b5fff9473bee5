package uk.concordat.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Several people at work at once while something is broken under them. */
public final class Enquirers {

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 120;

    private final Portal portal;
    private final Ledger ledger;

    public Enquirers(Portal portal, Ledger ledger) {
        this.portal = portal;
        this.ledger = ledger;
    }

    /** Logs so many enquiries, and breaks something while they are under way. */
    public List<Portal.Answer> receive(int count, String receivedAt, Runnable breaking) {
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

    /** Does something to each enquiry, and breaks something while that is under way. */
    public List<Portal.Answer> each(List<Portal.Answer> enquiries, String act, String eventType, Runnable breaking) {
        return whileBreaking(
                breaking,
                enquiries.stream()
                        .map(seen -> (Act) () -> ledger.note(
                                portal.change("officer-1", seen, act, Portal.letter("Thank you.")), eventType))
                        .toList());
    }

    /** Each enquiry as it is now. */
    public List<Portal.Answer> again(List<Portal.Answer> enquiries) {
        UnaryOperator<Portal.Answer> read =
                seen -> portal.get("officer-1", "enquiry-service", "/enquiries/" + seen.text("/id"));
        return enquiries.stream().map(read).toList();
    }

    private interface Act {
        Portal.Answer run();
    }

    /** A third is answered, the others are sent, and while they are under way something breaks. */
    private List<Portal.Answer> whileBreaking(Runnable breaking, List<Act> acts) {
        int third = Math.ceilDiv(acts.size(), 3);
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Portal.Answer> answers = new ArrayList<>(answers(sent(acts.subList(0, third), people)));
            List<CompletableFuture<Portal.Answer>> underWay = sent(acts.subList(third, acts.size()), people);
            breaking.run();
            answers.addAll(answers(underWay));
            return answers;
        }
    }

    private static List<CompletableFuture<Portal.Answer>> sent(List<Act> acts, ExecutorService people) {
        return acts.stream()
                .map(act -> CompletableFuture.supplyAsync(act::run, people))
                .toList();
    }

    private static List<Portal.Answer> answers(List<CompletableFuture<Portal.Answer>> sent) {
        return sent.stream()
                .map(answer ->
                        answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join())
                .toList();
    }
}
