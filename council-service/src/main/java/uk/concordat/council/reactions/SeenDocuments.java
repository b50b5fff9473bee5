package uk.concordat.council.reactions;

import java.util.Optional;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.council.DocumentSeen;

/** The newest version of each document that has been seen on the topic, and the offset at which it stood last. */
final class SeenDocuments {

    private record Newest(long version, long offset) {}

    private SeenDocuments() {}

    /** Notes what is seen; whether it is older than what stood before it on the topic. */
    static boolean isStale(Transaction transaction, DocumentSeen seen) {
        RoundTrip roundTrip = transaction.roundTrip();
        roundTrip.update("""
                insert into seen_document as newest (tenant, subject, version, at_offset) values (?, ?, ?, ?)
                on conflict (tenant, subject) do update set version = excluded.version, at_offset = excluded.at_offset
                where newest.version < excluded.version
                  or newest.version = excluded.version and newest.at_offset < excluded.at_offset""", transaction.tenant().key(), seen.subject(), seen.version(), seen.offset());
        Pending<Newest> newest = roundTrip.query(
                "select version, at_offset from seen_document where tenant = ? and subject = ?",
                row -> new Newest(row.getLong(1), row.getLong(2)),
                transaction.tenant().key(),
                seen.subject());
        roundTrip.send();
        Optional<Newest> present = newest.first();
        // When the topic is read once more from an earlier offset, the newer version still is to come.
        return present.filter(it -> it.version() > seen.version() && it.offset() < seen.offset())
                .isPresent();
    }
}
