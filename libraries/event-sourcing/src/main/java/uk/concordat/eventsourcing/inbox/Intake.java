package uk.concordat.eventsourcing.inbox;

import java.util.UUID;
import java.util.function.Consumer;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;

/** What takes records in and parks those that it cannot: their fate is settled here, by themselves or by an operator. */
public sealed interface Intake permits Inbox, Documents {

    /** The name under which messages count as taken in. */
    String consumer();

    /** Whether each subject's records are taken in without a hole; where not, each record has its turn at any time. */
    boolean isOrdered();

    /** Tries again what was parked because it was early; to be called when something others may wait for has arrived. */
    void retryEarly(Tenant tenant, Effect effect);

    /**
     * Tries a parked record again now, whatever it was parked for. What has to wait for its turn goes on by itself.
     *
     * @param noted done in the transaction that settles it
     */
    Replayed replay(Tenant tenant, UUID id, Effect effect, Consumer<Transaction> noted);

    /**
     * Leaves a parked record aside for good: it counts as taken in, without effect, so that what waits behind it goes on.
     * Of whole documents nothing waits behind it, and that very record is only not parked again: if it is delivered once
     * more to a build that can take it in, it is.
     *
     * @param noted done in the transaction that settles it
     */
    Discarded discard(Tenant tenant, UUID id, Effect effect, Discarding why, Consumer<Transaction> noted);

    /** Why a record is left aside, and by which operator. */
    record Discarding(String reason, String operator) {}

    /** What came of a replay. */
    sealed interface Replayed {

        record TakenIn() implements Replayed {}

        /** @param kind {@code early}, which goes on by itself, or {@code broken} */
        record StillWaits(String kind, String cause) implements Replayed {}

        /** It waits no longer: another has settled it meanwhile. */
        record NoLonger() implements Replayed {}
    }

    /** What came of discarding. */
    sealed interface Discarded {

        record LeftAside() implements Discarded {}

        /** An earlier one of its subject has not been taken in. */
        record NotItsTurn(long next) implements Discarded {}

        /** It waits no longer: another has settled it meanwhile. */
        record NoLonger() implements Discarded {}
    }
}
