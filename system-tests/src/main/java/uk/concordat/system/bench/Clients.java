package uk.concordat.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Clients at work at once, each of which waits for an answer before it asks again. */
final class Clients {

    private static final long HOUR = TimeUnit.HOURS.toMicros(1);

    private final int count;

    Clients(int count) {
        this.count = count;
    }

    /** What one client does again and again. */
    @FunctionalInterface
    interface Act {

        /** @return whether there was anything left to do */
        boolean once(int client);
    }

    /** Each asks anew as soon as it is answered. */
    Load atFullLoad(Duration atMost, Act act) {
        return run(atMost, Duration.ZERO, act);
    }

    /**
     * Each asks when its next turn has come. A turn that was missed because the last answer was late counts from when it
     * should have been, or slow answers would hide the wait of all that they delayed.
     */
    Load at(double perSecond, Duration atMost, Act act) {
        return run(atMost, Duration.ofNanos((long) (1e9 * count / perSecond)), act);
    }

    private Load run(Duration atMost, Duration every, Act act) {
        long begin = System.nanoTime();
        Histogram microseconds = new Histogram(HOUR, 3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Histogram>> clients = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int client = i;
                long firstTurn = begin + every.toNanos() * client / count;
                clients.add(threads.submit(() -> client(client, firstTurn, begin + atMost.toNanos(), every, act)));
            }
            for (Future<Histogram> client : clients) {
                microseconds.add(client.get());
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof BenchFailure cause
                    ? cause
                    : new BenchFailure("A client failed under load", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted under load", interrupted);
        }
        return new Load(microseconds.getTotalCount(), Duration.ofNanos(System.nanoTime() - begin), microseconds);
    }

    private static Histogram client(int client, long firstTurn, long end, Duration every, Act act) {
        Histogram microseconds = new Histogram(HOUR, 3);
        boolean isPaced = every.isPositive();
        long turn = firstTurn;
        while (System.nanoTime() < end) {
            while (isPaced && System.nanoTime() < turn) {
                LockSupport.parkNanos(turn - System.nanoTime());
            }
            long due = isPaced ? turn : System.nanoTime();
            if (!act.once(client)) {
                break;
            }
            microseconds.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            turn += every.toNanos();
        }
        return microseconds;
    }
}
