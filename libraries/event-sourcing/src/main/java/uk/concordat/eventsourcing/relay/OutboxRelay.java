package uk.concordat.eventsourcing.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import uk.concordat.eventsourcing.lease.Lease;
import uk.concordat.eventsourcing.lease.LeasedThread;

/**
 * Carries the outbox to Kafka. One relay works at a time, by lease; it reads rows in the order of their position and
 * deletes them once the broker has acknowledged them. There is no cursor, so a row that commits late is only sent late.
 */
public final class OutboxRelay {

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration BROKER_SEEN = Duration.ofSeconds(10);

    /** How long a round waits for its slowest key, which then goes on beside the next rounds. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What is in hand at once, however slow the broker is. It fits the producer's buffer, or sending would wait for room. */
    private static final Load MOST = new Load(1_000, 4 << 20);

    /** While the broker is away few rows find out whether it is back; the rest waits in the database, not in memory. */
    private static final Load PROBE = new Load(10, 4 << 20);

    private final OutboxTable outbox;
    private final SettledPositions settled;
    private final Lease lease;
    private final BrokerClient broker;
    private final OrderedSender sender = new OrderedSender();
    private final HeldKeys held = new HeldKeys();
    private final LeasedThread thread;
    private boolean brokerAway;
    private long brokerSeenNanos = System.nanoTime() - BROKER_SEEN.toNanos();

    OutboxRelay(DataSource relayRole, Pace pace, Supplier<Producer<String, byte[]>> connecting) {
        this.outbox = new OutboxTable(relayRole);
        this.settled = new SettledPositions(outbox, pace.settling(), pace.checking());
        this.lease = new Lease(relayRole, "outbox-relay", pace.lease());
        this.broker = new BrokerClient(connecting, pace.noAnswer());
        this.thread = LeasedThread.start("outbox-relay", lease, this::sendSome);
    }

    /** @param broker Kafka's own settings, as {@link RelayProducer} takes them */
    public static OutboxRelay start(DataSource relayRole, Map<String, Object> broker) {
        return new OutboxRelay(relayRole, Pace.USUAL, () -> RelayProducer.connect(broker));
    }

    /** Tells the relay that there is something to send; never needed for it to be sent, only for it to be sent at once. */
    public void wake() {
        thread.wake();
    }

    public boolean isRunning() {
        return thread.isRunning();
    }

    public Duration sinceLastRound() {
        return thread.sinceLastRound();
    }

    /** Ends it in order; a message that the broker does not take in time is left to the next relay. */
    public void stop() throws InterruptedException {
        thread.stop();
        broker.close();
        sender.close();
    }

    /** @param mayGoOn no once the lease has run out: another sends the same rows, in the same order of each key */
    private Duration sendSome(BooleanSupplier mayGoOn) throws SQLException {
        Optional<Producer<String, byte[]>> producer = broker.connected();
        if (producer.isEmpty()) {
            // Another replica may find the broker.
            lease.release();
            return AFTER_FAILURE;
        }
        Set<String> leftOut = held.keys();
        leftOut.addAll(sender.keysInHand());
        settled.look();
        List<OutboxRow> rows = outbox.oldest(settled.below(), sender.roomWithin(brokerAway ? PROBE : MOST), leftOut);
        settled.saw(rows);
        sender.send(held.cautiously(rows), producer.get(), mayGoOn, PATIENCE);
        settle(sender.finished());
        return brokerAway ? AFTER_FAILURE : rows.isEmpty() ? IDLE : Duration.ZERO;
    }

    private void settle(List<OrderedSender.Sent> finished) throws SQLException {
        List<Long> acknowledged =
                finished.stream().flatMap(sent -> sent.acknowledged().stream()).toList();
        List<String> failed = keys(finished, OrderedSender.Sent::isFailed);
        if (!acknowledged.isEmpty()) {
            outbox.delete(acknowledged);
            broker.hasAnswered();
            brokerSeenNanos = System.nanoTime();
            brokerAway = false;
        } else if (!failed.isEmpty()) {
            broker.hasFailed();
            brokerAway = true;
        }
        // Not before the rows are deleted, or the key would be read again with rows that the broker has.
        sender.letGo(finished);
        held.free(keys(finished, sent -> !sent.isFailed()));
        held.hold(failed, System.nanoTime() - brokerSeenNanos < BROKER_SEEN.toNanos());
    }

    private static List<String> keys(List<OrderedSender.Sent> finished, Predicate<OrderedSender.Sent> which) {
        return finished.stream().filter(which).map(OrderedSender.Sent::orderKey).toList();
    }
}
