package uk.concordat.kit.council;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.inbox.IncomingRecord;

/**
 * Keeps this service's copy of the councils' documents. Each is whole and has a version that only grows, so whatever
 * comes late or twice is left aside, and holes are normal.
 */
@ApplicationScoped
public class CouncilReplica {

    private static final Logger LOG = Logger.getLogger(CouncilReplica.class);

    private final ObjectMapper json = DocumentJson.mapper();
    private final Transactions transactions;
    private final CouncilRegister register;

    public CouncilReplica(Transactions transactions, CouncilRegister register) {
        this.transactions = transactions;
        this.register = register;
    }

    /**
     * Takes a document in.
     *
     * @return the council it is of
     * @throws IllegalArgumentException if the record is not a council's document
     */
    public Tenant take(IncomingRecord record) {
        String subject = header(record, "ce_subject");
        DocumentKind kind = DocumentKind.ofEventType(header(record, "ce_type"));
        Tenant council = new Tenant(header(record, "ce_source").replaceFirst("^/councils/", ""));
        long version = Long.parseLong(header(record, "ce_sequence"));
        String document = checked(record, kind);
        register.add(council);
        transactions.in(council, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            var changed =
                    roundTrip.query("""
                    insert into council_document (tenant, kind, id, version, document) values (?, ?, ?, ?, ?::jsonb)
                    on conflict (tenant, kind, id) do update set version = excluded.version, document = excluded.document
                      where council_document.version < excluded.version
                    returning version""", row -> row.getLong(1), council.key(), kind.code(), subject, version, document);
            roundTrip.send();
            if (changed.first().isPresent()) {
                transaction.roundTrip().update("""
                                insert into directory_version as present (tenant, version) values (?, 1)
                                on conflict (tenant) do update set version = present.version + 1""", council.key()).send();
                LOG.debugf("Replica of %s: %s version %d", council, kind.code(), version);
            }
            return council;
        });
        return council;
    }

    /** A document that cannot be read must not replace one that can. */
    private String checked(IncomingRecord record, DocumentKind kind) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            switch (kind) {
                case COUNCIL -> json.readValue(value, CouncilDocument.class);
                case PERSON -> json.readValue(value, PersonDocument.class);
                case POST -> json.readValue(value, PostDocument.class);
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("Not a " + kind.code() + " document", broken);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static String header(IncomingRecord record, String name) {
        String value = record.headers().get(name);
        if (value == null) {
            throw new IllegalArgumentException("A council's document without the header " + name);
        }
        return value;
    }
}
