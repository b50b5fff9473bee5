package uk.concordat.notification.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.lease.Lease;
import uk.concordat.eventsourcing.lease.LeasedThread;
import uk.concordat.kit.council.CouncilRegister;

/**
 * Keeps time for as long as the service runs: looks again and again, council by council, for deadlines whose moment has
 * come, and for those of which somebody is to be reminded. One replica works, by lease; one that was frozen past its lease is fenced by the streams it writes to.
 */
@ApplicationScoped
public class Timekeeper {

    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    private static final Duration LEASE = Duration.ofSeconds(4);

    /** What came of a look at one or all councils. */
    private enum Look {
        DONE(Duration.ofMillis(100)),
        MORE_IS_DUE(Duration.ZERO),
        FAILED(Duration.ofMillis(500));

        private final Duration pause;

        Look(Duration pause) {
            this.pause = pause;
        }
    }

    private final LapseSweep lapses;
    private final ReminderSweep reminders;
    private final CouncilRegister councils;
    private final Lease lease;
    private final InTurn inTurn = new InTurn();
    private final HeldBack<Tenant> failing = new HeldBack<>(System::nanoTime);
    private final HeldBack<Tenant> failingToRemind = new HeldBack<>(System::nanoTime);
    private @Nullable LeasedThread thread;

    public Timekeeper(LapseSweep lapses, ReminderSweep reminders, CouncilRegister councils, DataSource dataSource) {
        this.lapses = lapses;
        this.reminders = reminders;
        this.councils = councils;
        this.lease = new Lease(dataSource, "timekeeper", LEASE);
    }

    void start(@Observes StartupEvent started) {
        thread = LeasedThread.start("timekeeper", lease, this::look);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            thread.stop();
        }
    }

    private Duration look(BooleanSupplier mayGoOn) {
        AtomicReference<Look> worst = new AtomicReference<>(Look.DONE);
        boolean haveAllBeenLookedAt = inTurn.each(councils.all(), mayGoOn, council -> {
            worst.accumulateAndGet(lookAt(council, failing, lapses::of), Timekeeper::worse);
            worst.accumulateAndGet(lookAt(council, failingToRemind, reminders::of), Timekeeper::worse);
        });
        return haveAllBeenLookedAt ? worst.get().pause : Duration.ZERO;
    }

    private static Look worse(Look one, Look other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * What goes wrong in one council keeps no other from being looked at, and what goes wrong with its reminders not its
     * lapses: only that one waits.
     *
     * @param sweep does what is due, and says whether there may be more
     */
    private static Look lookAt(Tenant council, HeldBack<Tenant> failing, Predicate<Tenant> sweep) {
        if (failing.holds(council)) {
            return Look.DONE;
        }
        try {
            boolean isMoreDue = sweep.test(council);
            failing.free(council);
            return isMoreDue ? Look.MORE_IS_DUE : Look.DONE;
        } catch (UniquenessViolated lost) {
            LOG.infof("Lapses of %s are being reported by another replica; looking again", council);
            return Look.MORE_IS_DUE;
        } catch (DatabaseUnavailable away) {
            LOG.warnf("The clock cannot look at %s now and looks again soon: %s", council, away.getMessage());
            return Look.FAILED;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The clock failed at %s, which waits a while", council);
            failing.hold(council);
            return Look.DONE;
        }
    }
}
