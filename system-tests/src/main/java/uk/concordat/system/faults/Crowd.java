package uk.concordat.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import uk.concordat.system.Ledger;
import uk.concordat.system.Portal;

/** People at work without pause while something breaks, each with a desk of their own. */
final class Crowd {

    /** @param people how many are at work at once; @param perSecond how many commands they send together, if they are answered */
    record Size(int people, double perSecond) {

        static final Size USUAL = new Size(6, 12);
    }

    private final Duration between;
    private final Tally tally = new Tally();
    private final List<Person> people;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> shifts = new ArrayList<>();
    private volatile boolean working;

    Crowd(Portal portal, Ledger ledger, RandomGenerator random, Size size) {
        this.between = Duration.ofNanos((long) (1e9 * size.people() / size.perSecond()));
        this.people = IntStream.range(0, size.people())
                .mapToObj(number -> new Person(
                        portal,
                        ledger,
                        tally,
                        new java.util.SplittableRandom(random.nextLong()),
                        "officer-" + (1 + number % 2)))
                .toList();
    }

    Crowd begin() {
        working = true;
        people.forEach(person -> shifts.add(threads.submit(() -> work(person))));
        return this;
    }

    private void work(Person person) {
        while (working) {
            person.turn();
            Pause.of(between);
        }
        person.clear();
    }

    /** Has everybody clear their desk and go, once each knows what became of what they sent. */
    void end() {
        working = false;
        shifts.forEach(Crowd::await);
        shifts.clear();
    }

    /** Sends everybody away as they are. */
    void dismiss() {
        working = false;
        threads.shutdownNow();
    }

    private static void await(Future<?> shift) {
        try {
            shift.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while people are at work", stopped);
        }
    }

    Tally tally() {
        return tally;
    }

    /** Enquiries that nobody has taken care of, as they were received. */
    List<Portal.Answer> leftLying() {
        return people.stream().flatMap(person -> person.leftLying().stream()).toList();
    }

    List<Portal.Answer> answered() {
        return people.stream().flatMap(person -> person.answered().stream()).toList();
    }

    List<Portal.Answer> answerWhatWasLeftLying() {
        return people.stream()
                .flatMap(person -> person.answerWhatWasLeftLying().stream())
                .toList();
    }
}
