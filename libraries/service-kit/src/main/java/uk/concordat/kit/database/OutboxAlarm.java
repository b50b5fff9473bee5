package uk.concordat.kit.database;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.relay.OutboxWatch;

/** Measures how long messages and transactions have waited, and says what to do about those that have waited long. */
@ApplicationScoped
public class OutboxAlarm {

    private static final Logger LOG = Logger.getLogger(OutboxAlarm.class);
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final OutboxWatch watch;
    private volatile OutboxWatch.Seen seen = new OutboxWatch.Seen(Duration.ZERO, Duration.ZERO, "");
    private long saidOfTransactionNanos = System.nanoTime() - AGAIN.toNanos();
    private long saidOfMessageNanos = System.nanoTime() - AGAIN.toNanos();

    public OutboxAlarm(@DataSource("relay") AgroalDataSource relayRole) {
        this.watch = new OutboxWatch(relayRole);
    }

    void measured(@Observes StartupEvent started, MeterRegistry metrics) {
        TimeGauge.builder(
                        "concordat.outbox.oldest.age",
                        () -> seen.oldestMessage().toMillis(),
                        TimeUnit.MILLISECONDS)
                .description("For how long the oldest message of the outbox has waited to be sent")
                .register(metrics);
        TimeGauge.builder(
                        "concordat.transaction.oldest.age",
                        () -> seen.oldestTransaction().toMillis(),
                        TimeUnit.MILLISECONDS)
                .description(
                        "For how long the transaction that keeps most deleted rows has been seen open, in any database")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            seen = watch.look();
        } catch (SQLException away) {
            LOG.debugf("The outbox cannot be watched now: %s", away.getMessage());
            return;
        }
        long now = System.nanoTime();
        if (isLong(seen.oldestTransaction()) && now - saidOfTransactionNanos >= AGAIN.toNanos()) {
            saidOfTransactionNanos = now;
            LOG.warnf(
                    "A transaction has been open for %d s and keeps deleted rows (%s). End what holds it, or: select pg_terminate_backend(PID)",
                    seen.oldestTransaction().toSeconds(), seen.holder());
        }
        if (isLong(seen.oldestMessage()) && now - saidOfMessageNanos >= AGAIN.toNanos()) {
            saidOfMessageNanos = now;
            LOG.warnf(
                    "The oldest message of the outbox has waited for %d s. See whether the broker is there, and what the relay says of its topic",
                    seen.oldestMessage().toSeconds());
        }
    }

    private static boolean isLong(Duration waited) {
        return waited.compareTo(LONG) > 0;
    }
}
