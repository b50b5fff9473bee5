package uk.concordat.council.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import uk.concordat.council.application.CouncilStreams;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.republication.Republication;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.council.DocumentSeen;

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

    void see(@Observes DocumentSeen seen) {
        transactions.in(seen.council(), transaction -> {
            boolean isSentAgain = SeenDocuments.isStale(transaction, seen)
                    && Republication.ofSubject(
                            transaction,
                            store,
                            CouncilStreams.of(seen.council().key()),
                            seen.subject(),
                            // A version that never was may stand on the topic, and the current one is not older than
                            // itself.
                            seen.version());
            if (isSentAgain) {
                transaction.onceCommitted(() -> LOG.infof(
                        "Version %d of a document of %s stood behind a newer one, which is sent again",
                        seen.version(), seen.council()));
            }
            return isSentAgain;
        });
    }
}
