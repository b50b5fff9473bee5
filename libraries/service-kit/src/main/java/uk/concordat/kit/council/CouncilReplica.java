package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
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
     * Takes documents in, each of another subject; what a newer build has added to one is kept with it. The version is
     * taken first and held until the commit: so versions are committed in their order (see {@link FollowedCouncil}), and
     * of two who take the same documents in one waits for the other, and neither for ever.
     *
     * @throws NotYet if one is of a kind, or holds a code, that this build does not know
     * @throws Unreadable if one is no such document: it must not replace one that is
     */
    void take(Transaction transaction, List<Message> documents) {
        List<DocumentKind> kinds = documents.stream().map(this::checked).toList();
        String tenant = transaction.tenant().key();
        transaction
                .roundTrip()
                .update("""
                        insert into directory_version as present (tenant, version) values (?, 1)
                        on conflict (tenant) do update set version = present.version + 1""", tenant)
                .update(
                        """
                        insert into council_document (tenant, kind, id, version, document, changed)
                        select ?, d.kind, d.id, d.version, d.document::jsonb,
                          (select version from directory_version where tenant = ?)
                        from unnest(?, ?, ?, ?) d (kind, id, version, document)
                        on conflict (tenant, kind, id) do update
                          set version = excluded.version, document = excluded.document, changed = excluded.changed
                          where council_document.version < excluded.version""",
                        tenant,
                        tenant,
                        kinds.stream().map(DocumentKind::code).toList(),
                        documents.stream().map(Message::subject).toList(),
                        documents.stream().map(Message::sequence).toList(),
                        documents.stream()
                                .map(message -> message.data().toString())
                                .toList())
                .send();
        LOG.debugf("Replica of %s: %d documents", tenant, documents.size());
    }

    private DocumentKind checked(Message message) {
        DocumentKind kind = DocumentKind.ofEventType(message.type()).orElseThrow(() -> NotYet.ofUnknownType(message));
        reader.read(message.data(), kind.type());
        return kind;
    }
}
