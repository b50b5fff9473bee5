package uk.concordat.local;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks done at the same time. */
final class Together {

    private Together() {}

    /**
     * Does them all and returns when all have ended.
     *
     * @throws StackFailure of the first, in the order given, that failed
     */
    static void run(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    tasks.stream().map(threads::submit).toList();
            for (Future<?> each : running) {
                await(each);
            }
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StackFailure failure) {
                throw failure;
            }
            throw new StackFailure("The stack could not be started", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting", interrupted);
        }
    }
}
