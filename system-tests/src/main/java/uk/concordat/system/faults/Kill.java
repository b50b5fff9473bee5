package uk.concordat.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import uk.concordat.local.LocalStack;
import uk.concordat.local.StackFailure;

/** {@code kill -9} of a component, and its start on what is left, as whoever supervises it would do it. */
final class Kill {

    private static final int STARTS = 3;

    private final LocalStack stack;
    private final List<Duration> starts = Collections.synchronizedList(new ArrayList<>());

    Kill(LocalStack stack) {
        this.stack = stack;
    }

    /** @param away how long it stays away */
    void of(String component, Duration away) {
        stack.kill(component);
        Pause.of(away);
        start(component);
    }

    /** Each of some after a while of its own, and beside the others. */
    void each(List<String> components, Supplier<Duration> after) {
        try (ExecutorService killers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> killed = new ArrayList<>();
            for (String component : components) {
                Duration wait = after.get();
                killed.add(killers.submit(() -> {
                    Pause.of(wait);
                    of(component, Duration.ZERO);
                }));
            }
            for (Future<?> each : killed) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("What was killed did not start again", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What it needs may be away too, so it may take more than one start. */
    void start(String component) {
        for (int left = STARTS - 1; ; left--) {
            long began = System.nanoTime();
            try {
                stack.restart(component);
                starts.add(Duration.ofNanos(System.nanoTime() - began));
                return;
            } catch (StackFailure failure) {
                if (left == 0 || !stack.isOpen()) {
                    throw failure;
                }
            }
        }
    }

    int count() {
        return starts.size();
    }

    /** How long it took from each start until the component was ready. */
    String readyAgain() {
        List<Duration> sorted = starts.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "never killed";
        }
        return "%d times; median %.1f s, longest %.1f s"
                .formatted(
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                        sorted.getLast().toMillis() / 1000.0);
    }
}
