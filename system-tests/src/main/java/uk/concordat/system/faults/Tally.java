package uk.concordat.system.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the commands that were sent. */
final class Tally {

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unsure = new AtomicInteger();
    private final AtomicInteger notNow = new AtomicInteger();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicLong slowestMillis = new AtomicLong();

    void acknowledged(Duration took) {
        acknowledged.incrementAndGet();
        slowestMillis.accumulateAndGet(took.toMillis(), Math::max);
    }

    /** No answer came: whether it was done is found out by asking again. */
    void unsure() {
        unsure.incrementAndGet();
    }

    void notNow(boolean saysWhenToTryAgain) {
        notNow.incrementAndGet();
        if (!saysWhenToTryAgain) {
            withoutRetryAfter.incrementAndGet();
        }
    }

    void stale() {
        stale.incrementAndGet();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int notNow() {
        return notNow.get();
    }

    int withoutRetryAfter() {
        return withoutRetryAfter.get();
    }

    @Override
    public String toString() {
        return "%d acknowledged, %d unsure and asked again, %d answered 503, %d stale; the slowest took %.1f s"
                .formatted(acknowledged.get(), unsure.get(), notNow.get(), stale.get(), slowestMillis.get() / 1000.0);
    }
}
