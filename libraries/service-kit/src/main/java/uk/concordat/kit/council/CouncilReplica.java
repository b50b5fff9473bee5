package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.DataReader;
import uk.concordat.eventsourcing.inbox.Message;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.eventsourcing.inbox.Unreadable;

/**
 * Keeps this service's copy of the councils' documents. Each is whole and has a version that only grows, so whatever
 * comes late or twice is left aside, and holes are normal.
 */
@ApplicationScoped
public class CouncilReplica {

    private static final Logger LOG = Logger.getLogger(CouncilReplica.class);

    private final DataReader reader = new DataReader();

    /**
     * Takes a document in; what a newer build has added to it is kept with it.
     *
     * @throws NotYet if it is of a kind, or holds a code, that this build does not know
     * @throws Unreadable if it is no such document: it must not replace one that is
     */
    void take(Transaction transaction, Message message) {
        DocumentKind kind = DocumentKind.ofEventType(message.type()).orElseThrow(() -> NotYet.ofUnknownType(message));
        check(message, kind);
        RoundTrip roundTrip = transaction.roundTrip();
        var changed = roundTrip.query(
                """
                insert into council_document (tenant, kind, id, version, document) values (?, ?, ?, ?, ?::jsonb)
                on conflict (tenant, kind, id) do update set version = excluded.version, document = excluded.document
                  where council_document.version < excluded.version
                returning version""",
                row -> row.getLong(1),
                transaction.tenant().key(),
                kind.code(),
                message.subject(),
                message.sequence(),
                message.data().toString());
        roundTrip.send();
        if (changed.first().isPresent()) {
            transaction.roundTrip().update("""
                            insert into directory_version as present (tenant, version) values (?, 1)
                            on conflict (tenant) do update set version = present.version + 1""", transaction.tenant().key()).send();
            LOG.debugf("Replica of %s: %s version %d", transaction.tenant(), kind.code(), message.sequence());
        }
    }

    private void check(Message message, DocumentKind kind) {
        switch (kind) {
            case COUNCIL -> reader.read(message.data(), CouncilDocument.class);
            case PERSON -> reader.read(message.data(), PersonDocument.class);
            case POST -> reader.read(message.data(), PostDocument.class);
            case GROUP -> reader.read(message.data(), GroupDocument.class);
            case WARD -> reader.read(message.data(), WardDocument.class);
            case BODY -> reader.read(message.data(), BodyDocument.class);
            case ELECTION -> reader.read(message.data(), ElectionDocument.class);
        }
    }
}
