package uk.concordat.system.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.concordat.system.Ledger;
import uk.concordat.system.Portal;

/**
 * Somebody at a desk: takes enquiries in, acknowledges and answers them, each as it was last seen. What gets no answer, or a 503, is sent
 * again as it was. The first enquiry is left lying, and some
 * of the others.
 */
final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String SERVICE = "enquiry-service";
    private static final int AT_MOST_OPEN = 3;
    private static final double LEFT_LYING = 0.05;

    /** An enquiry on the desk, as it was last seen. */
    record OnDesk(Portal.Answer seen, boolean acknowledged) {}

    private final Portal portal;
    private final Ledger ledger;
    private final Tally tally;
    private final RandomGenerator random;
    private final String officer;
    private final List<OnDesk> open = new ArrayList<>();
    private final List<Portal.Answer> leftLying = new ArrayList<>();
    private final List<Portal.Answer> answered = new ArrayList<>();

    Person(Portal portal, Ledger ledger, Tally tally, RandomGenerator random, String officer) {
        this.portal = portal;
        this.ledger = ledger;
        this.tally = tally;
        this.random = random;
        this.officer = officer;
    }

    /** Does the next thing. */
    void turn() {
        if (open.isEmpty() || (open.size() < AT_MOST_OPEN && random.nextDouble() < 0.4)) {
            receive();
        } else {
            goOnWith(open.remove(random.nextInt(open.size())));
        }
    }

    /** Acknowledges and answers all that is on the desk. */
    void clear() {
        while (!open.isEmpty()) {
            goOnWith(open.removeFirst());
        }
    }

    private void receive() {
        Portal.Answer received = send(
                "member-red-1", "/enquiries", Optional.empty(), Portal.asked(officer, "portal"), "enquiry-received");
        if (leftLying.isEmpty() || random.nextDouble() < LEFT_LYING) {
            leftLying.add(received);
        } else {
            open.add(new OnDesk(received, false));
        }
    }

    private void goOnWith(OnDesk enquiry) {
        if (!enquiry.acknowledged()) {
            open.add(new OnDesk(act(enquiry.seen(), "acknowledgement", "enquiry-acknowledged"), true));
        } else {
            answered.add(act(enquiry.seen(), "response", "enquiry-answered"));
        }
    }

    /** Answers, late, what was left lying. */
    List<Portal.Answer> answerWhatWasLeftLying() {
        List<Portal.Answer> late = leftLying.stream()
                .map(enquiry -> act(enquiry, "response", "enquiry-answered"))
                .toList();
        leftLying.clear();
        return late;
    }

    List<Portal.Answer> leftLying() {
        return List.copyOf(leftLying);
    }

    List<Portal.Answer> answered() {
        return List.copyOf(answered);
    }

    private Portal.Answer act(Portal.Answer seen, String act, String eventType) {
        String path = "/enquiries/" + seen.text("/id");
        Portal.Answer now = seen;
        while (true) {
            Optional<Portal.Answer> done =
                    trySend(officer, path + "/" + act, now.etag(), Map.of("text", "Thank you."), eventType);
            if (done.isPresent()) {
                return done.get();
            }
            tally.stale();
            now = look(path);
        }
    }

    private Portal.Answer send(String username, String path, Optional<String> seen, Object body, String eventType) {
        return trySend(username, path, seen, body, eventType)
                .orElseThrow(() -> new AssertionError("412 to a command that builds on nothing: " + path));
    }

    /** Empty if it had been seen otherwise than it is. */
    private Optional<Portal.Answer> trySend(
            String username, String path, Optional<String> seen, Object body, String eventType) {
        Portal.Request request = portal.request(username, SERVICE, path, seen, body);
        long began = System.nanoTime();
        for (int tries = 1; ; tries++) {
            Optional<Portal.Answer> answer = settled(() -> portal.once(request), tally);
            if (answer.isPresent() && answer.get().status() == 412) {
                return Optional.empty();
            }
            if (answer.isPresent()) {
                tally.acknowledged(Duration.ofNanos(System.nanoTime() - began));
                return Optional.of(ledger.note(answer.get(), eventType, request, tries));
            }
            goOnOnlyFor(began, path);
        }
    }

    private Portal.Answer look(String path) {
        long began = System.nanoTime();
        while (true) {
            Optional<Portal.Answer> seen = settled(() -> portal.look(officer, SERVICE, path), new Tally());
            if (seen.isPresent()) {
                return seen.get();
            }
            goOnOnlyFor(began, path);
        }
    }

    private interface Sending {
        Portal.Answer send() throws IOException, InterruptedException;
    }

    /** Empty if it is not known what became of it, or it was asked to come again. */
    private static Optional<Portal.Answer> settled(Sending sending, Tally tally) {
        try {
            Portal.Answer answer = sending.send();
            if (answer.status() != 503) {
                return Optional.of(answer);
            }
            tally.notNow(answer.retryAfter().isPresent());
        } catch (IOException noAnswer) {
            tally.unsure();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for an answer", stopped);
        }
        Pause.of(PAUSE);
        return Optional.empty();
    }

    private static void goOnOnlyFor(long began, String path) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw new AssertionError("No answer from %s in %d s".formatted(path, PATIENCE.toSeconds()));
        }
    }
}
