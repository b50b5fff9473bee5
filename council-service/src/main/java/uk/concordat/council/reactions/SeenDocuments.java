package uk.concordat.council.reactions;

import java.util.List;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.council.DocumentsSeen;
import uk.concordat.kit.council.DocumentsSeen.Seen;

/** The newest version of each document that has been seen on the topic, and the offset at which it stood last. */
final class SeenDocuments {

    private SeenDocuments() {}

    /** Notes what is seen; those among them that are older than what stands before them on the topic and last. */
    static List<Seen> stale(Transaction transaction, DocumentsSeen seen) {
        String tenant = transaction.tenant().key();
        List<String> subjects = seen.documents().stream().map(Seen::subject).toList();
        List<Long> versions = seen.documents().stream().map(Seen::version).toList();
        List<Long> offsets = seen.documents().stream().map(Seen::offset).toList();
        RoundTrip roundTrip = transaction.roundTrip();
        roundTrip.update("""
                insert into seen_document as newest (tenant, subject, version, at_offset)
                select distinct on (s.subject) ?, s.subject, s.version, s.at_offset
                from unnest(?, ?, ?) s (subject, version, at_offset)
                order by s.subject, s.version desc, s.at_offset desc
                on conflict (tenant, subject) do update set version = excluded.version, at_offset = excluded.at_offset
                where newest.version < excluded.version
                  or newest.version = excluded.version and newest.at_offset < excluded.at_offset""", tenant, subjects, versions, offsets);
        Pending<Seen> stale = roundTrip.query(
                // When the topic is read once more from an earlier offset, the newer version still is to come.
                """
                select distinct on (s.subject) s.subject, s.version, s.at_offset
                from unnest(?, ?, ?) s (subject, version, at_offset)
                join seen_document newest on newest.tenant = ? and newest.subject = s.subject
                  and newest.version > s.version and newest.at_offset < s.at_offset
                order by s.subject, s.at_offset desc""",
                row -> new Seen(row.getString(1), row.getLong(2), row.getLong(3)),
                subjects,
                versions,
                offsets,
                tenant);
        roundTrip.send();
        return stale.list();
    }
}
