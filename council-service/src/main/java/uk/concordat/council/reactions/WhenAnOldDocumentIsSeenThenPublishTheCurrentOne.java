package uk.concordat.council.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import uk.concordat.council.application.CouncilStreams;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.republication.Republication;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.council.DocumentsSeen;
import uk.concordat.kit.council.DocumentsSeen.Seen;

/**
 * A relay that was frozen may send an older document once more after the newer one. The topic keeps the last of each key, so
 * whoever reads it for the first time would be left with the old: the current one is sent again, and stands last.
 */
@ApplicationScoped
public class WhenAnOldDocumentIsSeenThenPublishTheCurrentOne {

    private static final Logger LOG = Logger.getLogger(WhenAnOldDocumentIsSeenThenPublishTheCurrentOne.class);

    private final EventStore<CouncilState, CouncilEvent> store;
    private final Transactions transactions;

    public WhenAnOldDocumentIsSeenThenPublishTheCurrentOne(
            EventStore<CouncilState, CouncilEvent> store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    void see(@Observes DocumentsSeen seen) {
        if (seen.documents().isEmpty()) {
            return;
        }
        transactions.in(seen.council(), transaction -> {
            List<Seen> stale = SeenDocuments.stale(transaction, seen);
            stale.forEach(document -> sendCurrent(transaction, document));
            return stale.size();
        });
    }

    private void sendCurrent(Transaction transaction, Seen stale) {
        boolean isSentAgain = Republication.ofSubject(
                transaction,
                store,
                CouncilStreams.of(transaction.tenant().key()),
                stale.subject(),
                // A version that never was may stand on the topic, and the current one is not older than itself.
                stale.version());
        if (isSentAgain) {
            transaction.onceCommitted(() -> LOG.infof(
                    "Version %d of a document of %s stood behind a newer one, which is sent again",
                    stale.version(), transaction.tenant()));
        }
    }
}
