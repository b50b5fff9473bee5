package uk.concordat.notification.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.relay.Lease;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.EventTypes;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.RecordedEvent;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.notification.domain.NoRefusal;
import uk.concordat.notification.domain.ReportLapse;
import uk.concordat.notification.messaging.LapsePublisher;
import uk.concordat.protocols.deadlines.DeadlineId;

/** Keeps time: reports each deadline whose moment has come, once, and never early. One replica works, by lease. */
@ApplicationScoped
public class Timekeeper {

    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    private static final int SWEEP = 200;

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
    private final CouncilRegister councils;
    private final Lease lease;

    public Timekeeper(DeadlineWatch watch, Transactions transactions, CouncilRegister councils, DataSource dataSource) {
        this.watch = watch;
        this.transactions = transactions;
        this.councils = councils;
        this.lease = new Lease(dataSource, "timekeeper", Duration.ofSeconds(4));
    }

    @Scheduled(every = "0.2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            if (lease.hold()) {
                councils.all().forEach(this::sweep);
            }
        } catch (SQLException | DatabaseUnavailable away) {
            LOG.warnf("The clock cannot look now and looks again soon: %s", away.getMessage());
        }
    }

    private void sweep(Tenant council) {
        int reported;
        do {
            reported = transactions.in(council, this::reportDue);
        } while (reported == SWEEP);
    }

    private int reportDue(Transaction transaction) {
        // What came due since the transaction read its time would not be reported in it, and must not count as
        // reported.
        List<DueDeadline> due = watch.due(transaction, SWEEP).stream()
                .filter(deadline -> !transaction.now().isBefore(deadline.due()))
                .toList();
        if (due.isEmpty()) {
            return 0;
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
        return due.size();
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

    void stop(@Observes ShutdownEvent stopping) {
        try {
            lease.release();
        } catch (SQLException failure) {
            LOG.infof("The timekeeper's lease was not given up and will run out: %s", failure.getMessage());
        }
    }
}
