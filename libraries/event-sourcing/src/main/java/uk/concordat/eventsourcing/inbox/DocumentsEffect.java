package uk.concordat.eventsourcing.inbox;

import java.util.List;
import uk.concordat.eventsourcing.database.Transaction;

/** What whole documents bring about, in the transaction that also remembers that they have been taken in. */
@FunctionalInterface
public interface DocumentsEffect {

    /**
     * Takes all of them in, or fails and takes none.
     *
     * @param documents at least one, each of another subject
     * @throws NotYet if one builds on something that has not arrived
     */
    void apply(Transaction transaction, List<Message> documents);

    /** The same, of one. */
    default Effect ofOne() {
        return (transaction, document) -> apply(transaction, List.of(document));
    }
}
