package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.kit.council.Directories;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.notification.domain.LocalTimes;
import uk.concordat.notification.domain.NoRefusal;
import uk.concordat.notification.domain.ReportLapse;
import uk.concordat.protocols.deadlines.DeadlineId;

/**
 * Reports the deadlines of a council whose moment has come, once each and never early. Two sweeps at once cannot report
 * the same lapse: both would write the same version of the deadline's stream, and only one can.
 */
@ApplicationScoped
public class LapseSweep {

    private static final Logger LOG = Logger.getLogger(LapseSweep.class);
    private static final int MOST = 200;

    /** Few, so that however many cannot be reported, those that can are not kept waiting. */
    private static final int MOST_AGAIN = 20;

    private final Lapses lapses = new Lapses();
    private final EventStore<Set<Lapses.Reported>, LapseEvent> store;
    private final DeadlineWatch watch;
    private final Directories directories;
    private final Transactions transactions;
    private final Map<Tenant, HeldBack<UUID>> unreportable = new ConcurrentHashMap<>();

    public LapseSweep(
            EventStore<Set<Lapses.Reported>, LapseEvent> store,
            DeadlineWatch watch,
            Directories directories,
            Transactions transactions) {
        this.store = store;
        this.watch = watch;
        this.directories = directories;
        this.transactions = transactions;
    }

    /**
     * Reports the earliest of what is due, in one transaction. Where a deadline among them cannot be reported, the others
     * are, each in a transaction of its own; that one is left out from then on, and tried by itself now and then.
     *
     * @return whether there may be more
     * @throws UniquenessViolated if another sweep came first: nothing was reported, look again
     */
    boolean of(Tenant council) {
        HeldBack<UUID> failed = unreportable(council);
        Set<UUID> again = failed.toTryAgain(MOST_AGAIN);
        if (!again.isEmpty()) {
            tryAgain(council, again, failed);
        }
        try {
            return transactions.in(council, this::reportDue) == MOST;
        } catch (DatabaseUnavailable | UniquenessViolated passing) {
            throw passing;
        } catch (RuntimeException failure) {
            LOG.infof("What is due of %s is reported one by one, for together it cannot be: %s", council, failure);
            List<DueDeadline> due = transactions.in(council, this::due);
            reportEach(council, due, failed);
            return due.size() == MOST;
        }
    }

    /**
     * Reports the earliest of what is due, in a transaction that the caller commits.
     *
     * @return how many deadlines were due
     */
    public int reportDue(Transaction transaction) {
        List<DueDeadline> due = due(transaction);
        report(transaction, due);
        return due.size();
    }

    private List<DueDeadline> due(Transaction transaction) {
        return watch.due(transaction, unreportable(transaction.tenant()).all(), MOST);
    }

    private HeldBack<UUID> unreportable(Tenant council) {
        return unreportable.computeIfAbsent(council, _ -> new HeldBack<>(System::nanoTime));
    }

    private void tryAgain(Tenant council, Set<UUID> again, HeldBack<UUID> failed) {
        List<DueDeadline> due = transactions.in(council, transaction -> watch.dueAmong(transaction, again));
        Set<UUID> stillDue = due.stream().map(DueDeadline::deadlineId).collect(Collectors.toSet());
        again.stream().filter(deadline -> !stillDue.contains(deadline)).forEach(failed::free);
        reportEach(council, due, failed);
    }

    private void reportEach(Tenant council, List<DueDeadline> due, HeldBack<UUID> failed) {
        for (DueDeadline deadline : due) {
            try {
                transactions.in(council, transaction -> {
                    report(transaction, List.of(deadline));
                    return deadline;
                });
                failed.free(deadline.deadlineId());
            } catch (DatabaseUnavailable | UniquenessViolated passing) {
                throw passing;
            } catch (RuntimeException broken) {
                failed.hold(deadline.deadlineId());
                LOG.errorf(
                        "Deadline %s of %s is due and cannot be reported: %s", deadline.deadlineId(), council, broken);
            }
        }
    }

    private void report(Transaction transaction, List<DueDeadline> found) {
        List<DueDeadline> due = withoutPostponed(transaction, found);
        if (due.isEmpty()) {
            return;
        }
        Map<UUID, Pending<RecordedEvent<LapseEvent>>> before = loadedBefore(transaction, due);
        RoundTrip writing = transaction.roundTrip();
        for (DueDeadline deadline : due) {
            @Nullable Pending<RecordedEvent<LapseEvent>> events = before.get(deadline.deadlineId());
            report(writing, transaction, deadline, events == null ? List.of() : events.list());
        }
        watch.reported(writing, transaction, due);
        writing.send();
        transaction.onceCommitted(() -> LOG.infof("%d deadlines of %s have lapsed", due.size(), transaction.tenant()));
    }

    /** The streams of those that have lapsed before; of all others, and those are most, there is nothing to load. */
    private Map<UUID, Pending<RecordedEvent<LapseEvent>>> loadedBefore(Transaction transaction, List<DueDeadline> due) {
        RoundTrip loading = transaction.roundTrip();
        Map<UUID, Pending<RecordedEvent<LapseEvent>>> before = new HashMap<>();
        due.stream()
                .filter(DueDeadline::hasLapsed)
                .map(DueDeadline::deadlineId)
                .forEach(deadline -> before.put(deadline, store.load(loading, transaction, deadline)));
        loading.send();
        return before;
    }

    /**
     * Puts off the rungs whose moment, by the calendar and the setting that are in force now, has not come yet. The breach
     * itself is due when its owner says.
     */
    private List<DueDeadline> withoutPostponed(Transaction transaction, List<DueDeadline> found) {
        if (found.stream().noneMatch(deadline -> deadline.rung() > 0)) {
            return found;
        }
        LocalTimes times = CouncilTimes.of(
                directories
                        .present(transaction)
                        .orElseThrow(() -> new IllegalStateException("A rung is due of a council that is not known")),
                transaction.now());
        RoundTrip postponing = transaction.roundTrip();
        List<DueDeadline> due = new ArrayList<>();
        for (DueDeadline deadline : found) {
            Optional<Instant> now = deadline.rung() == 0
                    ? Optional.of(deadline.due())
                    : times.rung(deadline.rung(), deadline.dueOn(), deadline.since());
            if (now.filter(moment -> !moment.isAfter(transaction.now())).isPresent()) {
                due.add(deadline);
            } else {
                watch.next(postponing, transaction, deadline, now);
            }
        }
        postponing.send();
        return due;
    }

    private void report(
            RoundTrip writing, Transaction transaction, DueDeadline due, List<RecordedEvent<LapseEvent>> before) {
        var stream = store.fold(due.deadlineId(), before);
        var command = new ReportLapse(
                new DeadlineId(due.deadlineId()), due.revision(), due.rung(), due.due(), due.of(), transaction.now());
        switch (lapses.decide(command, stream.state())) {
            case Decision.Accepted<LapseEvent, NoRefusal>(List<LapseEvent> events) ->
                store.append(writing, transaction, stream, events, Origin.system(due.traceparent()));
            case Decision.Refused<LapseEvent, NoRefusal>(NoRefusal impossible) ->
                throw new IllegalStateException("The clock cannot be refused, but was: " + impossible);
        }
    }
}
