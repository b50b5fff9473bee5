package uk.concordat.system.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time that passes between what people, and breakages, do. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while pausing", stopped);
        }
    }
}
