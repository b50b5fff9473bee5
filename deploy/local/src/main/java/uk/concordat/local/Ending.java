package uk.concordat.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** How processes are ended, and waited for. */
final class Ending {

    private static final Duration AFTER_FORCE = Duration.ofSeconds(15);

    private Ending() {}

    /** Asks a process to end, and ends it by force if it has not within the grace. */
    static void inOrder(ProcessHandle process, Consumer<ProcessHandle> ask, Duration grace) {
        ask.accept(process);
        if (!hasEnded(process, grace)) {
            byForce(List.of(process));
        }
    }

    /** Ends processes at once and returns when they are gone. */
    static void byForce(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.stream()
                .filter(process -> !hasEnded(process, AFTER_FORCE))
                .findFirst()
                .ifPresent(left -> {
                    throw new StackFailure("The process " + left.pid() + " did not end");
                });
    }

    private static boolean hasEnded(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notYet) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
