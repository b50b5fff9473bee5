package uk.concordat.eventsourcing.database;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction of one tenant: what it does is kept whole or not at all, and no other tenant's row is visible in it. */
public final class Transaction {

    private final Tenant tenant;
    private final Connection connection;
    private final Pending<Instant> now;
    private final RoundTrip opening;
    private boolean opened;
    private int roundTrips;
    private boolean hasMessages;
    private final List<Runnable> onceCommitted = new ArrayList<>();
    private @Nullable RuntimeException failure;

    Transaction(Tenant tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
        this.opening = new RoundTrip(connection, this);
        // The setting is local to the transaction; row-level security of every later statement goes by it.
        opening.query("select set_config('event_sourcing.tenant', ?, true)", row -> row.getString(1), tenant.key());
        this.now = opening.query(
                "select clock_timestamp() + shift from clock_offset",
                row -> row.getObject(1, java.time.OffsetDateTime.class).toInstant());
    }

    public Tenant tenant() {
        return tenant;
    }

    /** Business time: the database's clock and the shared offset of the installation, read when the transaction began. */
    public Instant now() {
        if (!opened) {
            roundTrip().go();
        }
        return now.only();
    }

    /** A new round trip; the first that is sent also carries the transaction's opening statements. */
    public RoundTrip roundTrip() {
        return new RoundTrip(connection, this);
    }

    /**
     * For very many updates of few texts: those of one text are sent together, the texts in the order in which they were
     * first added. Whose updates depend on the order between texts adds none of them here.
     */
    public RoundTrip manyUpdates() {
        now();
        return new RoundTrip(connection, this, true);
    }

    /** How often this transaction went to the database so far, its commit not counted. */
    public int roundTrips() {
        return roundTrips;
    }

    /** Notes that it puts a message into the outbox. */
    public void tells() {
        hasMessages = true;
    }

    /** What is to be done once it has been committed, such as saying so in the log; never if it is not. */
    public void onceCommitted(Runnable todo) {
        onceCommitted.add(todo);
    }

    void tellCommitted() {
        onceCommitted.forEach(Runnable::run);
    }

    boolean hasMessages() {
        return hasMessages;
    }

    void beforeSending(RoundTrip roundTrip) {
        roundTrips++;
        if (!opened) {
            opened = true;
            roundTrip.beginWith(opening);
        }
    }

    /** Remembers what went wrong: from then on the database keeps nothing of this transaction. */
    RuntimeException failed(RuntimeException failure) {
        this.failure = failure;
        return failure;
    }

    /** The driver reports the commit of a failed transaction, which the database rolls back, as a success. */
    void requireUnfailed() {
        if (failure != null) {
            throw failure;
        }
    }
}
