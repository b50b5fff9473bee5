package uk.concordat.kit.command;

import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.identity.Caller;

/** What was answered to an Idempotency-Key, by council, person, path and key. Refusals are not remembered. */
final class IdempotencyTable {

    /** The answer once given. */
    record Answered(UUID person, String bodyHash, UUID stream, long version, int status) {}

    private IdempotencyTable() {}

    static Pending<Answered> find(RoundTrip roundTrip, Transaction transaction, String path, String key) {
        return roundTrip.query(
                "select person, body_hash, stream_id, version, status from idempotency where tenant = ? and path = ? and key = ?",
                row -> new Answered(
                        row.getObject("person", UUID.class),
                        row.getString("body_hash"),
                        row.getObject("stream_id", UUID.class),
                        row.getLong("version"),
                        row.getInt("status")),
                transaction.tenant().key(),
                path,
                key);
    }

    static void remember(RoundTrip roundTrip, Caller caller, String path, String key, Answered answer) {
        roundTrip.update(
                """
                insert into idempotency (tenant, person, path, key, body_hash, stream_id, version, status)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                caller.council().key(),
                answer.person(),
                path,
                key,
                answer.bodyHash(),
                answer.stream(),
                answer.version(),
                answer.status());
    }
}
