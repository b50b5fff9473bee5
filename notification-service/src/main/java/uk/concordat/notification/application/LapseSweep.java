package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.EventTypes;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.notification.domain.NoRefusal;
import uk.concordat.notification.domain.ReportLapse;
import uk.concordat.notification.messaging.LapsePublisher;
import uk.concordat.protocols.deadlines.DeadlineId;

/**
 * Reports the deadlines of a council whose moment has come, once each and never early. Two sweeps at once cannot report
 * the same lapse: both would write the same version of the deadline's stream, and only one can.
 */
@ApplicationScoped
public class LapseSweep {

    private static final Logger LOG = Logger.getLogger(LapseSweep.class);
    private static final int MOST = 200;

    private final Lapses lapses = new Lapses();
    private final EventStore<Set<Lapses.Reported>, LapseEvent> store = new EventStore<>(
            "deadline",
            EventTypes.of(LapseEvent.class)
                    .type("deadline-lapsed", 1, DeadlineLapsed.class)
                    .build(),
            lapses.initial(),
            lapses::evolve,
            new LapsePublisher(),
            List.of());
    private final DeadlineWatch watch;
    private final Transactions transactions;

    public LapseSweep(DeadlineWatch watch, Transactions transactions) {
        this.watch = watch;
        this.transactions = transactions;
    }

    /**
     * Reports the earliest of what is due, in one transaction. Where a deadline among them cannot be reported, the others
     * are, each in a transaction of its own, before this fails.
     *
     * @return whether there may be more
     * @throws UniquenessViolated if another sweep came first: nothing was reported, look again
     */
    boolean of(Tenant council) {
        try {
            return transactions.in(council, this::reportDue) == MOST;
        } catch (DatabaseUnavailable | UniquenessViolated passing) {
            throw passing;
        } catch (RuntimeException failure) {
            reportOneByOne(council);
            throw failure;
        }
    }

    /**
     * Reports the earliest of what is due, in a transaction that the caller commits.
     *
     * @return how many deadlines were due
     */
    public int reportDue(Transaction transaction) {
        List<DueDeadline> due = watch.due(transaction, MOST);
        report(transaction, due);
        return due.size();
    }

    private void reportOneByOne(Tenant council) {
        for (DueDeadline deadline : transactions.in(council, transaction -> watch.due(transaction, MOST))) {
            try {
                transactions.in(council, transaction -> {
                    report(transaction, List.of(deadline));
                    return deadline;
                });
            } catch (DatabaseUnavailable | UniquenessViolated passing) {
                throw passing;
            } catch (RuntimeException broken) {
                LOG.errorf(
                        "Deadline %s of %s is due and cannot be reported: %s", deadline.deadlineId(), council, broken);
            }
        }
    }

    private void report(Transaction transaction, List<DueDeadline> due) {
        if (due.isEmpty()) {
            return;
        }
        RoundTrip loading = transaction.roundTrip();
        List<Pending<RecordedEvent<LapseEvent>>> reportedBefore = due.stream()
                .map(deadline -> store.load(loading, transaction, deadline.deadlineId()))
                .toList();
        loading.send();
        RoundTrip writing = transaction.roundTrip();
        for (int i = 0; i < due.size(); i++) {
            report(writing, transaction, due.get(i), reportedBefore.get(i).list());
        }
        writing.send();
        LOG.infof("%d deadlines of %s have lapsed", due.size(), transaction.tenant());
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
        watch.reported(writing, transaction, due);
    }
}
