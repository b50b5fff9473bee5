package uk.concordat.kit.operations;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.relay.OutboxBacklog;
import uk.concordat.eventsourcing.republication.Republication;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.views.ViewRebuild;
import uk.concordat.eventsourcing.walk.StreamWalk;
import uk.concordat.eventsourcing.walk.Walk;
import uk.concordat.eventsourcing.walk.Walks;
import uk.concordat.kit.council.CouncilRegister;

/**
 * Goes on with the rebuilds and republications that are under way, of whichever council and begun at whichever replica. One
 * that was killed is gone on with here at the next look, after its last commit.
 */
@ApplicationScoped
public class WalkRunner {

    private static final Logger LOG = Logger.getLogger(WalkRunner.class);

    /** A republication goes on once fewer messages than this wait to be sent, so that the outbox stays small. */
    private static final int BACKLOG = 2_000;

    private final Transactions transactions;
    private final CouncilRegister councils;
    private final OutboxBacklog backlog;
    private final Map<String, StreamWalk<?, ?>> rebuilds = new HashMap<>();
    private final Map<String, StreamWalk<?, ?>> republications = new HashMap<>();
    private volatile boolean stopping;

    public WalkRunner(
            Transactions transactions,
            CouncilRegister councils,
            Stores stores,
            @DataSource("relay") javax.sql.DataSource relayRole) {
        this.transactions = transactions;
        this.councils = councils;
        this.backlog = new OutboxBacklog(relayRole);
        stores.all().forEach(this::add);
    }

    private <S, E> void add(EventStore<S, E> store) {
        store.views().forEach(view -> put(rebuilds, ViewRebuild.of(transactions, store, view)));
        put(republications, Republication.of(transactions, store));
    }

    private static void put(Map<String, StreamWalk<?, ?>> walks, StreamWalk<?, ?> walk) {
        walks.put(walk.work(), walk);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = false;
                for (Tenant council : councils.all()) {
                    more |= stepOfEach(council);
                }
            }
        } catch (DatabaseUnavailable away) {
            LOG.infof("Rebuilds and republications go on when the database is back: %s", away.getMessage());
        }
    }

    /** One part of each that is under way, so that a long one keeps no other waiting. */
    private boolean stepOfEach(Tenant council) {
        boolean more = false;
        for (Walk walk : underWay(council)) {
            more |= step(council, walk.work());
        }
        return more;
    }

    private List<Walk> underWay(Tenant council) {
        return transactions.in(council, transaction -> new ArrayList<>(Walks.all(transaction))).stream()
                .filter(Walk::isUnderWay)
                .toList();
    }

    private boolean step(Tenant council, String work) {
        StreamWalk<?, ?> rebuild = rebuilds.get(work);
        StreamWalk<?, ?> republication = republications.get(work);
        try {
            if (rebuild != null) {
                return step(council, rebuild);
            }
            // What another build has begun, and this one does not know, is left to that one.
            return republication != null && !backlog.isAtLeast(BACKLOG) && step(council, republication);
        } catch (DatabaseUnavailable held) {
            LOG.infof("The %s of %s goes on in a moment: %s", work, council, held.getMessage());
        } catch (RuntimeException failure) {
            LOG.errorf("The %s of %s cannot go on and is tried again: %s", work, council, failure);
        }
        return false;
    }

    private boolean step(Tenant council, StreamWalk<?, ?> walk) {
        return switch (walk.step(council)) {
            case MORE_TO_DO -> true;
            case FINISHED -> {
                LOG.infof("The %s of %s has finished", walk.work(), council);
                yield false;
            }
            case NOT_OURS -> false;
        };
    }
}
