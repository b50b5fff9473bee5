package uk.concordat.kit.council;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.DataReader;
import uk.concordat.eventsourcing.inbox.NotYet;

/**
 * One council, kept in memory as of a version and followed from there: what has changed since is read, and nothing else.
 * Whoever changes a document holds the council's version until the commit, so versions are committed in their order, and
 * who sees one sees all that came before it.
 */
final class FollowedCouncil {

    private record Known(long version, KnownDocuments documents, Optional<Directory> directory) {

        static final Known NOTHING = new Known(-1, KnownDocuments.none(), Optional.empty());
    }

    private record Changed(long version, Document document) {}

    private final ObjectMapper json;
    private volatile Known known = Known.NOTHING;

    FollowedCouncil(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The council as it was at a version, or has become since; empty while its profile is not known.
     *
     * @param version one that the transaction has seen
     * @throws NotYet if a newer build has written a code that this one does not know: nobody is guessed in its place
     */
    Optional<Directory> at(long version, Transaction transaction) {
        Known last = known;
        return last.version() == version ? last.directory() : follow(version, transaction);
    }

    /** One reads for all: many who find it changed at once do not each hold a copy in memory. */
    private synchronized Optional<Directory> follow(long version, Transaction transaction) {
        // Another transaction has seen more meanwhile, or the database was put back to what it was before.
        if (known.version() > version && present(transaction) < known.version()) {
            known = Known.NOTHING;
        }
        if (known.version() < version) {
            known = read(known, version, transaction);
        }
        return known.directory();
    }

    private static long present(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> version = Directories.presentVersion(roundTrip, transaction);
        roundTrip.send();
        return version.first().orElse(0L);
    }

    private Known read(Known before, long version, Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Changed> changed = roundTrip.query(
                // Where two versions of a service run at once, the newer one may keep kinds that this one does not
                // know.
                "select kind, document, changed from council_document where tenant = ? and changed > ? and kind = any(?)",
                this::changed,
                transaction.tenant().key(),
                before.version(),
                Arrays.stream(DocumentKind.values()).map(DocumentKind::code).toList());
        roundTrip.send();
        List<Changed> all = changed.list();
        KnownDocuments documents =
                before.documents().with(all.stream().map(Changed::document).toList());
        // Read after the version was asked for, they may be of a later one already.
        long newest = all.stream().mapToLong(Changed::version).reduce(version, Math::max);
        return new Known(newest, documents, documents.directory());
    }

    private Changed changed(ResultSet row) throws SQLException {
        DocumentKind kind = DocumentKind.of(row.getString("kind"));
        try {
            return new Changed(row.getLong("changed"), json.readValue(row.getString("document"), kind.type()));
        } catch (JsonMappingException wrong) {
            DataReader.throwIfOfNewerBuild(wrong);
            throw new IllegalStateException("The replica holds a broken " + kind.code() + " document", wrong);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The replica holds a broken " + kind.code() + " document", broken);
        }
    }
}
