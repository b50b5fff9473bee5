package uk.concordat.eventsourcing.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says in the log what fails again and again: when it begins, once a minute how often, and when it is over. */
public final class FailureLog {

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private record Failure(String doing, String reason) {}

    /** @param unsaid how often since then */
    private record Said(long nanos, int unsaid) {}

    private final Logger log;
    private final LongSupplier nanoTime;
    private final Map<Failure, Said> said = new HashMap<>();

    public FailureLog(Logger log) {
        this(log, System::nanoTime);
    }

    FailureLog(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /** @param doing what has failed, of which there must not be very many: sending to a topic, say, and not to a key */
    public void warn(String doing, Throwable failure) {
        OptionalInt more = more(doing, failure);
        if (more.isPresent()) {
            log.warn("{} failed{}: {}", doing, times(more.getAsInt()), failure.toString());
        }
    }

    /** As {@link #warn}, of what should not happen: it also says where it happened, the first time. */
    public void error(String doing, Throwable failure) {
        OptionalInt more = more(doing, failure);
        if (more.isPresent() && more.getAsInt() == 0) {
            log.error("{} failed", doing, failure);
        } else if (more.isPresent()) {
            log.error("{} failed{}: {}", doing, times(more.getAsInt()), failure.toString());
        }
    }

    public synchronized void succeeded(String doing) {
        if (!said.isEmpty() && said.keySet().removeIf(failure -> failure.doing().equals(doing))) {
            log.info("{} succeeds again", doing);
        }
    }

    private static String times(int more) {
        return more == 0 ? "" : " " + more + " times more";
    }

    /** How often it has failed since that was last said; empty if it need not be said now. */
    private synchronized OptionalInt more(String doing, Throwable thrown) {
        Failure failure = new Failure(doing, NUMBER.matcher(thrown.toString()).replaceAll("n"));
        long now = nanoTime.getAsLong();
        @Nullable Said before = said.get(failure);
        if (before != null && now - before.nanos() < AGAIN.toNanos()) {
            said.put(failure, new Said(before.nanos(), before.unsaid() + 1));
            return OptionalInt.empty();
        }
        said.put(failure, new Said(now, 0));
        return OptionalInt.of(before == null ? 0 : before.unsaid() + 1);
    }
}
